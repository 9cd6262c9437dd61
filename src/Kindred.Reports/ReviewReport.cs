using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Reviews;
using Kindred.Reports.Blocks;

namespace Kindred.Reports;

/// <summary>The review as one printable page for the board, and as Markdown.</summary>
public static class ReviewReport
{
    /// <summary>The page in one language.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="review">Answers and decision; null before there are any.</param>
    /// <param name="notice">The strip above invented data; null for real data.</param>
    /// <param name="language">Language.</param>
    /// <param name="isSheet">Whether all of it has to fit on one printed page.</param>
    public static ReportPage Page(ReviewDraft draft, ReviewFile? review, Wording? notice, Language language, bool isSheet = false)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new ReportPage(language, Title(draft, language), draft.Headline.In(language), draft.Period.Why.In(language),
            [.. ReviewSection.Of(draft, review, language, isSheet).Select(section => new ReportSection(section.Id, section.Heading,
                [.. section.Sentences.Select(Prose.Paragraph), .. section.Headers.Count == 0 ? (IEnumerable<Markup>)[] : [new DataTable(section.Headers, section.Rows).Render()]]))],
            Footer(draft, language), notice?.In(language));
    }

    /// <summary>The Markdown in one language.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="review">Answers and decision; null before there are any.</param>
    /// <param name="notice">The strip above invented data; null for real data.</param>
    /// <param name="language">Language.</param>
    public static string Markdown(ReviewDraft draft, ReviewFile? review, Wording? notice, Language language)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        if (notice is not null)
        {
            Line("> " + Plain(notice.In(language)) + "\n");
        }

        Line("# " + Title(draft, language) + "\n");
        Line("**" + Plain(draft.Headline.In(language)) + "**\n");
        Line(Plain(draft.Period.Why.In(language)) + "\n");
        foreach (var section in ReviewSection.Of(draft, review, language))
        {
            Line("## " + section.Heading + "\n");
            foreach (var sentence in section.Sentences)
            {
                Line("- " + Plain(sentence));
            }

            if (section.Headers.Count > 0)
            {
                Line("");
                Line("| " + string.Join(" | ", section.Headers) + " |");
                Line("|" + string.Concat(section.Headers.Select(_ => " --- |")));
                foreach (var row in section.Rows)
                {
                    Line("| " + string.Join(" | ", row.Select(Plain)) + " |");
                }
            }

            Line("");
        }

        Line(Footer(draft, language));
        return text.ToString();
    }

    private static string Title(ReviewDraft draft, Language language) => language == Language.Korean ? $"{Format.Date(draft.DueOn)} 점검" : $"Review of {Format.Date(draft.DueOn)}";

    private static string Footer(ReviewDraft draft, Language language)
    {
        var (profile, card) = (draft.ProfileVersion is { } v ? "v" + Format.Whole(v) : "–", draft.CardVersion is { } c ? "v" + Format.Whole(c) : "–");
        return language == Language.Korean
            ? $"기준일 {Format.Date(draft.AsOf)} · 고객상 {profile} · 점수표 {card} · 씨앗 {Format.Whole(draft.Seed)} · 다음 점검 {Format.Date(draft.NextDueOn)}. 계산 방법은 docs/methods/reviews.md에 있어요."
            : $"As of {Format.Date(draft.AsOf)} · profile {profile} · card {card} · seed {Format.Whole(draft.Seed)} · next review {Format.Date(draft.NextDueOn)}. Methods: docs/methods/reviews.md.";
    }

    /// <summary>Text of the data cannot make markup of its own.</summary>
    private static string Plain(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("`", "\\`", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
