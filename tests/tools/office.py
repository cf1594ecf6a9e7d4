"""Recalculates workbooks with LibreOffice, whatever results they carry. Needs `soffice` on the path."""

import pathlib
import shutil
import subprocess
import tempfile

# Always recalculate on load: by itself LibreOffice believes the results that a file carries.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""


class Office:
    """A LibreOffice with a profile of its own, which is gone afterwards."""

    def __enter__(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="recalc-"))
        user = self.home / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.home, ignore_errors=True)

    def recalculated(self, path):
        """The path of a recalculated copy of the workbook at `path`."""
        path = pathlib.Path(path).resolve()
        out = pathlib.Path(tempfile.mkdtemp(dir=self.home))
        run = subprocess.run(
            [
                "soffice",
                "--headless",
                "-env:UserInstallation=" + (self.home / "profile").as_uri(),
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                str(out),
                str(path),
            ],
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        copy = out / (path.stem + ".xlsx")
        if not copy.exists():
            raise SystemExit(f"{path.name}: LibreOffice could not open it\n{run.stdout}{run.stderr}")
        return copy
