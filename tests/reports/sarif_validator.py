"""Microsoft's SARIF validator: have it, and hear what it says of a log.

    copydesk check seeds --format sarif --output copydesk.sarif --exit-zero
    python tests/reports/sarif_validator.py copydesk.sarif

It comes from the npm registry (``@microsoft/sarif-multitool``, MIT) and needs Node.js. It
is installed into a temporary folder, or taken from the folder that the environment variable
``COPYDESK_SARIF_MULTITOOL`` names (one where ``npm install @microsoft/sarif-multitool`` was
run). It exits with 0 whatever it finds, so what it prints is what counts.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

VERSION = "5.7.0"
_COMPLAINT = re.compile(r"^(?P<where>.*): (?P<level>error|warning|note) (?P<rule>\w+): ")
_PLATFORMS = {"linux": "linux", "darwin": "darwin", "win32": "win32"}


class NotToBeHad(Exception):
    """The validator cannot be had here; the message says why."""


def validator(folder: Path) -> list[str]:
    """The command of the validator; installed into a folder unless it is there already.

    Raises:
        NotToBeHad: without Node.js, or where the npm registry cannot be reached.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise NotToBeHad("Node.js and npm are not here")
    home = Path(os.environ.get("COPYDESK_SARIF_MULTITOOL") or folder)
    script = home / "node_modules" / "@microsoft" / "sarif-multitool" / "bin.js"
    if not script.is_file():
        _install(npm, home)
    return [node, str(script)]


def _install(npm: str, folder: Path) -> None:
    platform = _PLATFORMS.get(sys.platform)
    if platform is None:
        raise NotToBeHad(f"the validator is not made for {sys.platform}")
    names = [f"@microsoft/sarif-multitool{part}@{VERSION}" for part in ("", f"-{platform}")]
    options = ["--no-audit", "--no-fund", "--no-save", "--fetch-retries=1"]
    try:
        done = subprocess.run(
            [npm, "install", *options, "--prefix", str(folder), *names],
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NotToBeHad("npm did not answer in three minutes") from None
    if done.returncode:
        raise NotToBeHad(f"npm could not install it: {done.stderr.strip()[-200:]}")
    for program in folder.rglob("Sarif.Multitool"):  # npm may refuse the package's own chmod
        program.chmod(0o755)


def complaints(command: list[str], log: Path) -> list[tuple[str, str]]:
    """What the validator says of a log: pairs of its level and its words.

    Raises:
        NotToBeHad: it could not run.
    """
    done = subprocess.run(
        [*command, "validate", str(log)],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    if "Analysis completed successfully" not in done.stdout:
        raise NotToBeHad(f"it could not run: {(done.stderr or done.stdout).strip()[-200:]}")
    found = (_COMPLAINT.match(line) for line in done.stdout.splitlines())
    return [(match["level"], match.string) for match in found if match is not None]


def main() -> int:
    """Print what the validator says of the logs named; 1 where it finds an error."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            command = validator(Path(folder))
            told = [one for log in sys.argv[1:] for one in complaints(command, Path(log))]
        except NotToBeHad as error:
            sys.stderr.write(f"no SARIF validator: {error}\n")
            return 2
    for _, words in told:
        sys.stdout.write(words + "\n")
    sys.stdout.write(f"{len(sys.argv) - 1} logs, {len(told)} complaints\n")
    return int(any(level == "error" for level, _ in told))


if __name__ == "__main__":
    sys.exit(main())
