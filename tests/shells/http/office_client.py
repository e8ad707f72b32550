"""LibreOffice's own remote grammar checker, asked through UNO (run by the system's Python).

Arguments: the address of the service, a folder for the user's profile, a text. Writes what
LibreOffice found, as JSON.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

_NODE = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"
_ITEM = (
    '<item oor:path="{node}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
    "</item>"
)
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items '
    'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>'
)


def main(address: str, profile: str, text: str) -> None:
    """Start LibreOffice, ask it, and end it."""
    told = {"BaseURL": f"{address}/v2", "IsEnabled": "true", "SSLCertVerify": "false"}
    items = "".join(_ITEM.format(node=_NODE, name=n, value=v) for n, v in told.items())
    user = Path(profile, "user")
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_SETTINGS.format(items=items))
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation=file://{profile}",
            "--accept=pipe,name=copydesk;urp;",
        ]
    )
    try:
        context = _connected()
        checker = context.ServiceManager.createInstanceWithContext(
            "org.openoffice.lingu.LanguageToolGrammarChecker", context
        )
        found = checker.doProofreading("1", text, Locale("en", "GB", ""), 0, len(text), ())
        print(json.dumps([
            {"start": each.nErrorStart, "length": each.nErrorLength,
             "suggestions": list(each.aSuggestions), "message": each.aFullComment}
            for each in found.aErrors
        ]))  # fmt: skip
    finally:
        office.terminate()
        office.wait()


def _connected():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(600):
        try:
            return resolver.resolve("uno:pipe,name=copydesk;urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice did not come")


if __name__ == "__main__":
    main(*sys.argv[1:])
