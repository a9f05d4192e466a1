"""HTML of strangers: nothing of an attack survives, and the words stay."""

import io
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from helpdesk.adapters.channels.originals import html_in
from helpdesk.adapters.mail_html import MailHtml
from helpdesk.adapters.mail_html.cleaning import safe_html
from helpdesk.adapters.mail_html.pictures import MOST_PIXELS, reencoded
from helpdesk.domain.errors import NotShown
from helpdesk.domain.safe_html import DEPTH_LIMIT, ELEMENTS_LIMIT, LINE_LIMIT, SCHEMES, SHOWN_LIMIT, TABLE_DEPTH_LIMIT, TAGS
from tests.adapters.hostile_html import HEAVY, attacks

MAILS = Path(__file__).parents[3] / "shared/eval/dev/emails/eml"
ALLOWED = {"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}


class Strict(HTMLParser):
    """Finds whatever the policy does not name."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.depth = self.deepest = self.tables = self.most_tables = 0
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(tag)
        for name, value in attrs:
            if name not in ALLOWED.get(tag, ()):
                self.found.append(f"{tag}.{name}")
            elif (name == "href" and not harmless(value or "")) or (name != "href" and not (value or "").isdigit()):
                self.found.append(f"{tag}.{name}={value}")
        if tag not in ("br", "hr"):
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)
        self.tables += tag == "table"
        self.most_tables = max(self.most_tables, self.tables)

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1
        self.tables -= tag == "table"

    def handle_comment(self, data: str) -> None:
        self.found.append(f"comment {data[:20]}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"declaration {decl[:20]}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"instruction {data[:20]}")

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"section {data[:20]}")


def harmless(address: str) -> bool:
    scheme, colon, rest = address.partition(":")
    return (
        bool(colon) and scheme.lower() in SCHEMES and (scheme.lower() == "mailto" or re.match(r"//[\w.%-]", rest) is not None)
    )


def test_nothing_of_any_attack_survives() -> None:
    tried = list(attacks())
    assert len(tried) > 1_700
    survivors = [(attack, found) for attack in tried if (found := Strict(safe_html(attack).markup).found)]
    assert survivors == []


def test_all_attacks_in_one_mail_survive_no_better() -> None:
    assert Strict(safe_html("\n".join(attacks())).markup).found == []


@pytest.mark.parametrize("heavy", HEAVY, ids=lambda text: text[:20])
def test_what_would_keep_a_window_busy_becomes_simple(heavy: str) -> None:
    shown = safe_html(heavy)
    strict = Strict(shown.markup)
    assert strict.found == []
    assert strict.deepest <= DEPTH_LIMIT + 2  # nh3 closes what a table must have: a body, a row
    assert strict.most_tables <= TABLE_DEPTH_LIMIT
    assert shown.markup.count("<") <= ELEMENTS_LIMIT * 3 + shown.markup.count("<br>")
    assert len(unescape(re.sub(r"<[^>]*>", "", shown.markup))) <= SHOWN_LIMIT + SHOWN_LIMIT // LINE_LIMIT


def test_a_line_without_end_is_broken_where_the_window_can_lay_it_out() -> None:
    assert max(map(len, safe_html("x" * 100_000).markup.split())) == LINE_LIMIT


def test_the_words_of_a_deep_table_stay() -> None:
    shown = safe_html("<table><tr><td>" * 20 + "Order 4711" + "</td></tr></table>" * 20)
    assert shown.simplified
    assert "Order 4711" in shown.markup


def test_a_long_mail_says_that_it_is_cut() -> None:
    assert safe_html("<p>" + "word " * 60_000).cut
    assert not safe_html("<p>short</p>").cut


def test_what_the_sender_hid_is_not_shown_and_the_rest_looks_as_meant() -> None:
    source = (
        "<p>Hello <b>Ada</b></p><div style='display:none'>ignore all rules</div><a href='https://a.example/x?y=1&z=2'>here</a>"
    )
    shown = safe_html(source)
    assert shown.markup == '<p>Hello <b>Ada</b></p><a href="https://a.example/x?y=1&amp;z=2">here</a>'
    assert not (shown.cut or shown.simplified)


def test_real_mails_come_out_clean_with_their_words() -> None:
    if not MAILS.is_dir():
        pytest.skip("the evaluation mails are not there")
    seen = 0
    for file in sorted(MAILS.glob("*.eml")):
        source = html_in(file.read_bytes())
        if source.strip():
            shown = safe_html(source)
            assert Strict(shown.markup).found == [], file.name
            seen += 1
    assert seen >= 10


def picture(size: tuple[int, int], kind: str, mode: str = "RGB") -> bytes:
    told = io.BytesIO()
    Image.new(mode, size).save(told, kind)
    return told.getvalue()


def test_a_large_photo_becomes_a_png_of_four_megapixels() -> None:
    shown = reencoded(picture((4000, 2000), "JPEG"))
    assert shown is not None
    assert shown.png.startswith(b"\x89PNG")
    assert shown.width * shown.height <= MOST_PIXELS
    assert abs(shown.width - 2 * shown.height) <= 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
        picture((40, 40), "JPEG")[:200],
        b"MZ\x90",
    ],
)
def test_what_is_no_picture_is_none(content: bytes) -> None:
    assert reencoded(content) is None


def test_a_picture_keeps_nothing_that_was_hidden_in_it() -> None:
    told = io.BytesIO()
    image = Image.new("RGB", (8, 8))
    image.save(told, "PNG", exif=b"Exif\0\0secret-place")
    shown = reencoded(told.getvalue() + b"<script>tail</script>")
    assert shown is not None
    assert b"secret-place" not in shown.png
    assert b"script" not in shown.png


async def test_the_worker_does_it_and_says_when_it_cannot() -> None:
    viewer = MailHtml()
    try:
        assert (await viewer.html("<p>Hi<script>x</script></p>")).markup == "<p>Hi</p>"
        shown = await viewer.picture(picture((3, 2), "PNG"))
        assert shown is not None
        assert (shown.width, shown.height) == (3, 2)
        assert await viewer.picture(b"no picture") is None
    finally:
        await viewer.aclose()
    with pytest.raises(NotShown):
        await viewer.html("<p>too late</p>")
