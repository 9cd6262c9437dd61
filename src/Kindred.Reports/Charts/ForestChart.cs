using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>What the x axis of a forest plot shows.</summary>
public enum ForestScale
{
    /// <summary>A rate in 0–1, printed as so many of 100.</summary>
    Rate,

    /// <summary>A ratio to the base, printed as 2.5×.</summary>
    Lift,
}

/// <summary>Rates or lifts with their intervals, the base as a line, n beside each. Rows stay in the order given: sort by what the reader decides on.</summary>
/// <param name="Id">Id of the figure, unique on the page.</param>
/// <param name="Finding">What the chart shows, in one sentence: caption and alternative text.</param>
/// <param name="Rows">Lines.</param>
/// <param name="Base">Base rate, or 1 for lifts.</param>
/// <param name="BaseLabel">Word for the base: "전체 / all".</param>
/// <param name="Scale">Rates or lifts.</param>
/// <param name="Provenance">How it was computed.</param>
public sealed record ForestChart(string Id, Wording Finding, IReadOnlyList<ForestRow> Rows, double Base, Wording BaseLabel, ForestScale Scale, Provenance Provenance)
{
    /// <summary>The figure.</summary>
    public Markup Render(Language language)
    {
        var finding = Finding.In(language);
        return ChartFrame.Figure(Id, finding, ForestDrawing.Wide(this, language), ForestDrawing.Narrow(this, language), Table(language), Provenance, language);
    }

    internal string Value(double value) => Scale == ForestScale.Rate ? Format.Fixed(value * 100, 0) : Format.Fixed(value, 1) + "×";

    internal string Range(ForestRow row) => Scale == ForestScale.Rate
        ? Format.Fixed(row.Low * 100, 0) + "–" + Format.Fixed(row.High * 100, 0)
        : Format.Fixed(row.Low, 1) + "–" + Format.Fixed(row.High, 1);

    internal static string NotYet(ForestRow row, Language language) => row.Need is { } need
        ? ChartFrame.Pick(language, $"아직 말할 수 없어요 (필요 {Format.Grouped(need)}건, 현재 {Format.Grouped(row.N)}건)", $"Cannot say yet (need {Format.Grouped(need)}, have {Format.Grouped(row.N)})")
        : ChartFrame.Pick(language, "아직 말할 수 없어요", "Cannot say yet");

    internal string ColumnTitle(Language language) => Scale == ForestScale.Rate ? ChartFrame.Pick(language, "100곳 중 (95% 구간)", "of 100 (95%)") : ChartFrame.Pick(language, "배 (95% 구간)", "times (95%)");

    /// <summary>All numbers in words, for those who do not see the drawing.</summary>
    internal string Description(Language language)
    {
        var start = Scale == ForestScale.Rate
            ? ChartFrame.Pick(language, $"{BaseLabel.Ko}: 100곳 중 {Value(Base)}곳.", $"{BaseLabel.En}: {Value(Base)} of 100.")
            : ChartFrame.Pick(language, $"{BaseLabel.Ko}: {Value(Base)}.", $"{BaseLabel.En}: {Value(Base)}.");
        return start + string.Concat(Rows.Select(row => " " + (row.Estimate is { } rate
            ? $"{row.Label.In(language)}: {Value(rate)} ({Range(row)}, n {Format.Grouped(row.N)})."
            : $"{row.Label.In(language)}: {NotYet(row, language)}.")));
    }

    private Markup Table(Language language)
    {
        string[] headers = [
            ChartFrame.Pick(language, "조건", "Condition"), ChartFrame.Pick(language, "구분", "Group"), "n", ColumnTitle(language).Split(" (")[0], ChartFrame.Pick(language, "95% 구간", "95% interval")];
        var rows = Rows.Select(row => new[]
        {
            row.Label.In(language), row.Kind.Word().In(language), Format.Grouped(row.N), row.Estimate is { } rate ? Value(rate) : NotYet(row, language), row.Estimate is null ? "" : Range(row),
        }).Append([BaseLabel.In(language), "", Format.Grouped(Provenance.Rows), Value(Base), ""]);
        return new Blocks.DataTable(headers, [.. rows], NumericFrom: 2).Render();
    }
}
