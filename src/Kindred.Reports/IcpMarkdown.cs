using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Reports;

/// <summary>The profile as Markdown, for wikis and mails.</summary>
public static class IcpMarkdown
{
    /// <summary>The text in one language.</summary>
    public static string Text(ProfileDocument document, Language language)
    {
        ArgumentNullException.ThrowIfNull(document);
        var ko = language == Language.Korean;
        string T(string korean, string english) => ko ? korean : english;
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        if (document.Notice is { } notice)
        {
            Line("> " + Plain(notice.In(language)));
            Line("");
        }

        Line($"# {T("고객상", "Ideal customer profile")} v{Format.Whole(document.Version)}: {Plain(document.Name.In(language))}");
        Line("");
        Line("**" + Plain(document.Sentence.In(language)) + "**");
        Line("");
        Line(Plain(document.Why.In(language)));
        Line("");
        Line($"| {T("항목", "Row")} | {T("조건", "Condition")} | {T("근거", "Origin")} |");
        Line("| --- | --- | --- |");
        foreach (var clause in document.Clauses)
        {
            Line($"| {Plain(clause.Label.In(language))} | {(clause.Origin == "unknown" ? T("물어보세요: ", "Ask: ") : "")}{Plain(clause.Text.In(language))} | {T(KoreanOrigin(clause.Origin), clause.Origin)} |");
        }

        Line("");
        if (document.Recipe is { } recipe)
        {
            Line(Plain(recipe.In(language)));
            Line("");
        }

        Section(T("먼저 시험할 것", "To test first"), document.Hypotheses);
        Section(T("금방 떠나는 곳", "Leave soon"), document.Regret);
        Section(T("거의 사지 않는 곳", "Rarely buy"), document.Anti);
        if (document.Market is { Firms: { } firms, Low: { } low, High: { } high } market)
        {
            Line($"{T("시장", "Market")}: {Format.Grouped(firms)} ({Format.Grouped(low)}–{Format.Grouped(high)}), {Plain(market.Source ?? "")}");
            Line("");
        }

        Line(T($"기준일 {Format.Date(document.AsOf)}, 씨앗 {Format.Whole(document.Seed)}", $"As of {Format.Date(document.AsOf)}, seed {Format.Whole(document.Seed)}"));
        return text.ToString();

        void Section(string heading, IReadOnlyList<PatternLine> patterns)
        {
            if (patterns.Count == 0)
            {
                return;
            }

            Line("## " + heading);
            Line("");
            foreach (var pattern in patterns)
            {
                var rate = pattern.Honest ?? pattern.Raw;
                Line($"- {Plain(pattern.Text.In(language))}: {Format.Grouped(pattern.Won.Positives)}/{Format.Grouped(pattern.Won.N)}, {Format.Percent(rate.Rate)} ({Format.Percent(rate.Low)}–{Format.Percent(rate.High)})");
            }

            Line("");
        }
    }

    private static string KoreanOrigin(string origin) => origin switch { "held-up" => "다시 확인됨", "hypothesis" => "가설", "stated" => "우리 팀의 말", _ => "아직 몰라요" };

    /// <summary>User text as text: nothing in it becomes markup or a new line.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#')
            {
                plain.Append('\\');
            }

            plain.Append(char.IsControl(letter) ? ' ' : letter);
        }

        return plain.ToString();
    }
}
