"""Packages from npm at a fixed version, through npm itself, kept in the ignored folder."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from benchmarks.corpora import OUT


def package(name: str, version: str, sha256: str) -> Path:
    """The unpacked folder of a package; downloaded the first time.

    Leaves, saying why, where npm or the network is missing, or where what came is not what
    was asked for.
    """
    folder = OUT / "train" / f"{name}-{version}"
    if (folder / "package").is_dir():
        return folder / "package"
    if shutil.which("npm") is None:
        sys.exit(f"missing: npm, which fetches {name} {version}")
    folder.mkdir(parents=True, exist_ok=True)
    command = ["npm", "pack", "--silent", f"{name}@{version}"]
    if subprocess.run(command, cwd=folder, check=False).returncode:
        sys.exit(f"missing: {name} {version} could not be fetched from npm")
    archive = folder / f"{name}-{version}.tgz"
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != sha256:
        sys.exit(f"{archive.name} is not the package this recipe was made with (sha256 {found})")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"
