using System.Xml;
using System.Xml.Linq;
using Kindred.Core.Basics;
using Kindred.Reports;
using Kindred.Reports.Blocks;
using Kindred.Reports.Charts;

namespace Kindred.Tests.Reports;

/// <summary>A page with one of everything, and a strict reader for it.</summary>
internal static class ReportSamples
{
    public static readonly Provenance Provenance = new(new Wording("교차 확인", "cross-fit"), 1200, 7);

    public static ForestChart Forest(params ForestRow[] rows) =>
        new("forest", new Wording("핵심은 100곳 중 54곳이에요.", "Of the core, 54 of 100."), rows, 0.214, new Wording("전체", "All"), ForestScale.Rate, Provenance);

    public static ForestRow Row(string label = "Core") => new(Wording.Same(label), 158, 0.536, 0.459, 0.611, GroupKind.Core, Wording.Same(label));

    /// <summary>A page in which every text that can be given is the same.</summary>
    public static string Page(string text, Language language = Language.English)
    {
        var word = Wording.Same(text);
        var provenance = new Provenance(word, 10);
        return new ReportPage(language, text, text, text,
        [
            new ReportSection("one", text,
            [
                new ForestChart("a", word, [new ForestRow(word, 5, 0.5, 0.2, 0.8, GroupKind.Anti, word), new ForestRow(word, 5, null, 0, 0, Need: 20)], 0.3, word, ForestScale.Lift, provenance).Render(language),
                new CoverageChart("b", word, [new CoverageRow(word, 1, 2, word)], 0.6, provenance).Render(language),
                new MarketChart("c", word, [new MarketRow(word, 5, 1, 9)], text, provenance).Render(language),
                new GroupChart("d", word, [new GroupCount(GroupKind.Regret, 3, word)], provenance).Render(language),
                Prose.Paragraph(text), Prose.Aside(text), Prose.Heading(text), Prose.List([text]), Prose.Callout(text, text), Prose.Statement(text), Prose.Disclosure(text, Markup.Text(text)),
                Chip.Row(Chip.Of(text), Chip.Of(GroupKind.Core, language)), new DataTable([text], [[text]], Caption: text).Render(),
                ConditionTable.Of([text, text, text, text], [new ConditionLine(text, text, text, text, true)]),
            ], text),
            new ReportSection("two", text, [], text),
        ], text, text, KeyFigure.Row(new KeyFigure(text, text, text))).ToHtml();
    }

    /// <summary>Reads a page as XML: fails on anything unclosed or unquoted.</summary>
    public static XDocument Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
