"""Documentation as the tools that publish it want it written: no mark of theirs is found or quoted, no word is lost, and every
word stands in its line."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.adapters.markdown_articles.article import read_all
from helpdesk.adapters.markdown_articles.cleaning import cleaned
from helpdesk.domain.article import ArticleLink, ArticleStatus, Audience, ReadArticle
from helpdesk.domain.markup import flat
from helpdesk.ports import FoundFile

MARKS = [
    *("<a", "<b>", "</b>", "<Tabs>", "</Tabs>", "<td>", "<tr>", "<table>", "</table>", "{%", "{{", "}}", "%}", ":::", "!!!"),
    *(">", "[!", "[[", "`", "```", "a\nb", "\n", "    "),
]


def read(text: str, path: str = "guide/page.md") -> ReadArticle:
    (result,) = read_all([FoundFile(path, text.encode())])
    assert isinstance(result, ReadArticle), result
    return result


def told(text: str) -> str:
    """What a reader finds in the article, as plain words on one line."""
    return " ".join(flat(passage.text) for passage in read(f"# T\n\n{text}\n").passages)


def prose(words: int) -> str:
    return " ".join(f"Word {n} is here." for n in range(words // 4))


class TestNotes:
    @pytest.mark.parametrize(
        ("written", "read_as"),
        [
            ("!!! warning\n    Unplug it.", "Warning: Unplug it."),
            ('!!! note "Before you start"\n    Unplug it.', "Note: Before you start. Unplug it."),
            ("??? tip\n    Unplug it.", "Tip: Unplug it."),
            (":::caution\nUnplug it.\n:::", "Caution: Unplug it."),
            (":::tip[Be quick]\n\nUnplug it.\n\n:::", "Tip: Be quick. Unplug it."),
            ("::: danger Be careful\nUnplug it.\n:::", "Danger: Be careful. Unplug it."),
            (":::{note}\nUnplug it.\n:::", "Note: Unplug it."),
            ("> [!IMPORTANT]\n> Unplug it.", "Important: Unplug it."),
            ('{% hint style="info" %}\nUnplug it.\n{% endhint %}', "Info: Unplug it."),
            ("{{% notice warning %}}\nUnplug it.\n{{% /notice %}}", "Warning: Unplug it."),
            ('{{< alert title="Mind" color="warning" >}}Unplug it.{{< /alert >}}', "Warning: Mind. Unplug it."),
            ('::: zone pivot="a"\nUnplug it.\n::: zone-end', "Unplug it."),
            ('> [!div class="nextstepaction"]\n> [Unplug it](x.md)', "Unplug it"),
        ],
    )
    def test_say_what_they_are_and_what_they_hold(self, written: str, read_as: str) -> None:
        assert told(written) == read_as

    def test_steps_and_code_in_a_note_are_no_code_by_indentation(self) -> None:
        article = read("# T\n\n!!! note\n\n    1. One.\n    2. Two.\n\n    ```sh\n    run me\n    ```\n\nAfter.")
        (passage,) = article.passages
        assert "1. One.\n2. Two." in passage.text
        assert "```sh\nrun me\n```" in passage.text
        assert passage.lines == (3, 12)

    def test_a_note_is_kept_whole(self) -> None:
        note = "\n\n".join(f"    Point {n}: {prose(40)}" for n in range(5))
        article = read(f"# T\n\n{prose(150)}\n\n!!! danger\n\n{note}\n\n{prose(150)}")
        (holding,) = [p for p in article.passages if "Point 0" in p.text]
        assert "Point 4" in holding.text

    @pytest.mark.parametrize(
        "written",
        [
            '=== "Windows"\n\n    Press Start.\n\n=== "Linux"\n\n    Press Super.',
            '<Tabs>\n  <TabItem value="w" label="Windows">\n\n    Press Start.\n\n  </TabItem>\n'
            '  <TabItem value="l" label="Linux">\n\n    Press Super.\n\n  </TabItem>\n</Tabs>',
            '{{< tabs >}}\n{{< tab "Windows" >}}\nPress Start.\n{{< /tab >}}\n{{< tab "Linux" >}}\nPress Super.\n{{< /tab >}}\n'
            "{{< /tabs >}}",
            '{% tabs %}\n{% tab title="Windows" %}\nPress Start.\n{% endtab %}\n{% tab title="Linux" %}\nPress Super.\n'
            "{% endtab %}\n{% endtabs %}",
            "#### [Windows](#tab/w)\nPress Start.\n\n#### [Linux](#tab/l)\nPress Super.\n\n---",
        ],
    )
    def test_tabs_are_told_one_after_the_other_under_their_names(self, written: str) -> None:
        assert told(written) == "Windows Press Start. Linux Press Super."


class TestTemplates:
    @pytest.mark.parametrize(
        ("written", "read_as"),
        [
            ("Use {{ site.product_name }} now.", "Use product_name now."),
            ("Use `{{ site.product_name }}` now.", "Use {{ site.product_name }} now."),
            ('See [it]({{ site.baseurl }}/a.md "t").', "See it."),
            ('See [it]({{< ref "a.md" >}}).', "See it."),
            ("See [it]({% link a.md %}).", "See it."),
            ("{% raw %}Kept.{% endraw %}", "Kept."),
            ("One.{% comment %} to colleagues {% endcomment %} Two.", "One. Two."),
            ("One.{/* to colleagues */} Two.", "One. Two."),
            ('{% include note.html content="Mind the gap." %}', "note.html"),
            ("Press it.{: .note }", "Press it."),
            ('[Press](a.md){ .md-button target="_blank" } it.', "Press it."),
            ("Said[^1] so.\n\n[^1]: The reason.", "Said so. The reason."),
            ("See [[Reset|the reset page]] or [[Other]].", "See the reset page or Other."),
            ("[TOC]\n\nText.", "Text."),
            ("The [!INCLUDE[product](includes/product.md)] hub.", "The product hub."),
            ('--8<-- "parts/start.md"\n\nText.', "parts/start.md Text."),
            (".. literalinclude:: a/b.py\n\nText.", "a/b.py Text."),
            ("Done :material-check: now", "Done now"),
            ("Caf&eacute;&nbsp;&mdash; &lt;b&gt;", "Café — <b>"),
            (':::image type="content" source="a.png" alt-text="x":::\n\nText.', "Text."),
        ],
    )
    def test_leave_their_words(self, written: str, read_as: str) -> None:
        assert told(written) == read_as

    def test_a_picture_is_found_by_what_it_shows(self) -> None:
        for written in (
            "![The back of the hub](a.png)",
            '<img src="a.png"\n     alt="The back of the hub">',
            ':::image source="a.png" alt-text="The back of the hub":::',
            '{{< figure src="a.png" alt="The back of the hub" >}}',
        ):
            assert "The back of the hub" in " ".join(passage.text for passage in read(f"# T\n\n{written}\n\nText.").passages)

    def test_what_a_template_highlights_is_code(self) -> None:
        for begin, end in (("{% highlight sh %}", "{% endhighlight %}"), ("{{< highlight go >}}", "{{< /highlight >}}")):
            (passage,) = read(f"# T\n\n{begin}\nif a < b {{\n{end}\n").passages
            assert passage.text.endswith("if a < b {\n```")

    def test_what_an_mdx_file_imports_is_no_text_and_a_sentence_about_imports_is(self) -> None:
        article = read(
            "import Tabs from '@theme/Tabs';\nimport {\n  A,\n} from 'a';\nexport const b = 1;\n\n# T\n\nimport it from a file."
        )
        assert [passage.text for passage in article.passages] == ["import it from a file."]

    def test_code_is_shown_as_it_is(self) -> None:
        code = '```jinja\n{{ site.name }} {% raw %} <b>\n!!! note\n:::tip\nimport a from "b"\n```'
        assert read(f"# T\n\n{{{{ page.x }}}}\n\n{code}").passages[0].text.endswith(code)


class TestTags:
    @pytest.mark.parametrize(
        ("written", "read_as"),
        [
            ("Press <kbd>Ctrl</kbd>+<kbd>C</kbd>.", "Press Ctrl+C."),
            ("One.<br>Two.", "One. Two."),
            ("<details>\n<summary>Why?</summary>\n\n    Because.\n\n</details>", "Why? Because."),
            ("Enter <server name> and <your-id>.", "Enter <server name> and <your-id>."),
            ('<Card title="Start here" href="/a">\n  Read it.\n</Card>', "Start here Read it."),
            ('<Card title="Here" icon={<Icon name="x" />}>Read it.</Card>', "Here Read it."),
            ('Press the <Badge text="New" />key.', "Press the New key."),
            ('<p align="center">\n    <b>Read</b> it.\n</p>', "Read it."),
            ('<a href="https://x.example/a">Read it</a>', "Read it (https://x.example/a)"),
            ("<script>alert(1)</script><style>p {}</style>Read it.", "Read it."),
            ("if a < b and c > d", "if a < b and c > d"),
            ("<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>", "- One - Two"),
            ("<details><summary>More</summary>Hidden.</details>", "More Hidden."),
            ("Some <div>one</div><div>two</div>, H<sub>2</sub>O and un<b>think</b>able.", "Some one two, H2O and unthinkable."),
            ("| Who | What |\n|---|---|\n| `a`<p>b</p> | <ul><li>**x**</li><li>y</li></ul> |", "Who What --- --- a b x y"),
            ("<table>\n<caption>Sizes</caption><tr><td><p>One</p><p>Two</p></td><td>3</td></tr></table>", "Sizes One Two 3"),
            ("<table>\n<caption>Sizes</caption>\n<tr><th>A</th></tr>\n<tr><td>B</td></tr>\n</table>", "Sizes A B"),
            ("<dl><dt>Hub</dt><dd>The box.</dd></dl><pre>run me</pre>now", "Hub The box. run me now"),
            ("<Step>Press it.</Step><Step>Wait.</Step>", "Press it. Wait."),
            ("The <Term>API</Term>s.", "The APIs."),
        ],
    )
    def test_go_and_what_they_show_stays(self, written: str, read_as: str) -> None:
        assert told(written) == read_as

    def test_a_table_of_one_line_a_row_is_a_table(self) -> None:
        rows = "".join(f"<tr><td>Model {n}</td><td>{n} kg {prose(16)}</td></tr>\n" for n in range(40))
        head = "<tr><th>Name</th><th>Weight</th></tr>"
        article = read(f"# T\n\n<table>\n<thead>\n{head}\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
        assert len(article.passages) > 3
        assert all(p.text.startswith("| Name | Weight |\n|---|---|\n| Model") for p in article.passages)
        assert article.passages[0].lines[0] == 5
        for passage in article.passages:
            numbers = [int(n) for n in re.findall(r"Model (\d+)", passage.text)]
            assert numbers[-1] + 8 == passage.lines[1]

    def test_a_table_of_many_lines_a_row_keeps_its_rows_and_repeats_its_header(self) -> None:
        rows = "".join(f"<tr>\n<td>Model {n}</td>\n<td>\n{n} kg {prose(16)}\n</td>\n</tr>\n" for n in range(40))
        article = read(f"# T\n\n<table>\n<tr>\n<th>Name</th>\n<th>Weight</th>\n</tr>\n{rows}</table>\n")
        assert len(article.passages) > 3
        assert all(flat(p.text).startswith("Name Weight Model") for p in article.passages)
        assert all(f"Model {n} |\n\n{n} kg" in "\n".join(p.text for p in article.passages) for n in range(40))

    @given(st.lists(st.sampled_from(MARKS)))
    @settings(max_examples=150, deadline=None)
    def test_nothing_whatever_changes_the_number_of_lines(self, parts: list[str]) -> None:
        lines = " ".join(parts).split("\n")
        assert len(cleaned(list(lines)).lines) == len(lines)

    @given(
        st.lists(st.sampled_from(["word", "`<b>`", "<your name>", "5 < 6", "\n", "\n\n", "- ", "## ", "**x**", "{", "}", "$a"]))
    )
    @settings(max_examples=100, deadline=None)
    def test_plain_markdown_comes_out_as_it_is(self, parts: list[str]) -> None:
        lines = " ".join(parts).split("\n")
        assert cleaned(list(lines)).lines == lines


class TestLines:
    def test_every_word_of_a_passage_stands_in_its_line(self) -> None:
        source = (
            '# T\n\n!!! note "Read"\n    Alpha beta.\n\n<details>\n<summary>Gamma</summary>\n\nDelta <kbd>eps</kbd>.\n'
            "\n</details>\n\n> [!TIP]\n> Zeta eta.\n\n:::tip\nTheta.\n:::\n"
        )
        article = read(source)
        lines = source.split("\n")
        for passage in article.passages:
            for number, line in enumerate(passage.text.split("\n"), start=passage.lines[0]):
                stands = set(re.findall(r"\w+", lines[number - 1].lower()))
                assert set(re.findall(r"\w+", line.lower())) <= stands, (number, line)


class TestWhatAFileSaysOfItself:
    @pytest.mark.parametrize(
        ("said", "status", "audience"),
        [
            ("audience: internal", ArticleStatus.INTERNAL, Audience.INTERNAL),
            ("draft: true", ArticleStatus.DRAFT, Audience.PUBLIC),
            ("published: false", ArticleStatus.DRAFT, Audience.PUBLIC),
            ("status: archived\naudience: [agents]", ArticleStatus.ARCHIVED, Audience.INTERNAL),
            ("status: published", ArticleStatus.PUBLIC, Audience.PUBLIC),
            ("draft: false\ninternal: no", ArticleStatus.PUBLIC, Audience.PUBLIC),
        ],
    )
    def test_whom_it_is_for(self, said: str, status: ArticleStatus, audience: Audience) -> None:
        article = read(f"---\n{said}\n---\nText.")
        assert (article.status, article.audience) == (status, audience)

    @pytest.mark.parametrize(
        "block",
        [
            "---\ntitle: Kept\nreview_by: 2027-01-31\ndraft: yes\n---\n",
            '+++\ntitle = "Kept"\nreview-date = 2027-01-31\ndraft = true\n+++\n',
            '{\n  "title": "Kept",\n  "review_by": "31.01.2027",\n  "draft": true\n}\n',
        ],
    )
    def test_is_read_in_yaml_toml_and_json(self, block: str) -> None:
        article = read(block + "Text.")
        assert (article.title, article.review_by, article.status) == ("Kept", date(2027, 1, 31), ArticleStatus.DRAFT)
        assert [(p.text, p.lines) for p in article.passages] == [("Text.", (block.count("\n") + 1,) * 2)]

    @pytest.mark.parametrize("said", ["ms.date: 2027-01-31", "date: 2027-01-31", "review_by: 01/02/2027", "review_by: soon"])
    def test_no_other_and_no_doubtful_date_is_a_review_date(self, said: str) -> None:
        assert read(f"---\n{said}\n---\nText.").review_by is None

    @pytest.mark.parametrize(
        "text", ["{% raw %}\nText.", "{{ x }} Text.", '{"a": 1} is JSON.', "+++\nText.", "+++\nText.\n+++"]
    )
    def test_text_that_only_looks_so_stays_text(self, text: str) -> None:
        assert "Text" in told(text) or "JSON" in told(text)


def test_links_within_the_base_are_known_by_file_and_line() -> None:
    article = read(
        "# T\n\n[a](other.md) [b](../top.md#part)\n[c](/root/x.md?y) ![p](a.png) [d](https://x.example/y.md)\n\n"
        "[e](#here) [f](sub/)\n"
        "[g](<with space.md>) [h](b%C3%BC.md)\n\n[i]: ../ref.md\n[j](../../out.md)\n```\n[k](code.md)\n```\n[again](other.md)",
        "guide/page.md",
    )
    assert article.links == (
        ArticleLink("guide/other.md", 3),
        ArticleLink("top.md", 3),
        ArticleLink("root/x.md", 4),
        ArticleLink("guide/sub", 6),
        ArticleLink("guide/with space.md", 7),
        ArticleLink("guide/bü.md", 7),
        ArticleLink("ref.md", 9),
    )
