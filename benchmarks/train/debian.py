"""Packages from Debian at a fixed version, through apt, kept in the ignored folder."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.corpora import OUT


def package(name: str, version: str, sha256: str) -> Path:
    """The unpacked root of a package for all architectures; downloaded the first time.

    Leaves, saying why, where apt or the version is missing, or where what came is not what
    was asked for.
    """
    folder = OUT / "train"
    root = folder / f"{name}-{version}"
    if root.is_dir():
        return root
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / f"{name}_{version}_all.deb"
    if not archive.is_file():
        if shutil.which("apt-get") is None:
            sys.exit(f"missing: {archive.name} in {folder}, and apt-get, which would fetch it")
        command = ["apt-get", "download", "-q", f"{name}={version}"]
        if subprocess.run(command, cwd=folder, check=False).returncode:
            sys.exit(f"missing: {name} {version} could not be fetched by apt-get")
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != sha256:
        sys.exit(f"{archive.name} is not the package this recipe was made with (sha256 {found})")
    subprocess.run(["dpkg-deb", "-x", str(archive), str(root)], check=True)
    return root
