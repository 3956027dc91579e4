"""Every page of reports/ in a browser: accessible, quiet, whole on a phone."""

import pytest
from addresses import PAGES


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_barrier(open_page, axe, name, dark):
    assert axe(open_page(name, dark=dark), contrast_alone=dark) == []
