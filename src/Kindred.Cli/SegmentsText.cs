using Kindred.Core.Basics;
using Kindred.Core.Segments;

namespace Kindred.Cli;

/// <summary>What <c>kindred segments</c> prints for people.</summary>
internal static class SegmentsText
{
    private static readonly SegmentMeasure[] Shown =
    [
        SegmentMeasure.LogoChurn, SegmentMeasure.MedianLife, SegmentMeasure.Nrr, SegmentMeasure.Grr, SegmentMeasure.Clv, SegmentMeasure.ClvBeyond, SegmentMeasure.Cac, SegmentMeasure.ClvToCac, SegmentMeasure.Payback,
        SegmentMeasure.WinRate, SegmentMeasure.CycleDays, SegmentMeasure.TicketsPerSeat, SegmentMeasure.SupportShare, SegmentMeasure.KeyFeatureUse,
    ];

    public static void Write(SegmentStudy study, Language language)
    {
        var ko = language == Language.Korean;
        Console.WriteLine(ko
            ? $"{Format.Date(study.AsOf)} 기준, 지난 {Format.Whole(study.Months.Months)}개월, {study.Currency}"
            : $"As of {Format.Date(study.AsOf)}, {Format.Whole(study.Months.Months)} months, {study.Currency}");
        Row(study.Overall, study.Currency, language);
        foreach (var row in study.Segments)
        {
            Row(row, study.Currency, language);
        }

        if (study.MisfitSupport.Value is { } share && study.MisfitCustomers is { } customers)
        {
            Console.WriteLine(ko ? $"맞지 않는 고객(전체의 {Format.Percent(customers)})이 문의의 {Format.Percent(share)}를 차지해요." : $"Misfits are {Format.Percent(customers)} of the customers and {Format.Percent(share)} of the tickets.");
        }

        Traits(study, language);
        foreach (var note in study.Notes)
        {
            Console.WriteLine("! " + note.Message.In(language));
        }

        foreach (var assumption in study.Assumptions)
        {
            Console.WriteLine("- " + assumption.In(language));
        }
    }

    private static void Row(SegmentRow row, string currency, Language language)
    {
        var ko = language == Language.Korean;
        Console.WriteLine();
        Console.WriteLine($"{row.Name.In(language)}: {row[SegmentMeasure.Customers].Label.In(language)} {Format.Grouped(row[SegmentMeasure.Customers].Value!.Value)}, {row[SegmentMeasure.CustomersEver].Label.In(language)} {Format.Grouped(row[SegmentMeasure.CustomersEver].Value!.Value)}"
            + (row[SegmentMeasure.Mrr].Value is { } mrr ? $", {row[SegmentMeasure.Mrr].Label.In(language)} {Money(mrr, currency)}" : "") + (row.IsPooled ? ko ? " (적어서 다른 묶음에 기대어 추정)" : " (few: leans on the others)" : ""));
        Console.WriteLine($"  {Name(row.Verdict).In(language)}: {row.Reason.In(language)}");
        if (row.Verdict == SegmentVerdict.CannotTell)
        {
            return;
        }

        foreach (var figure in Shown.Select(measure => row[measure]).Where(figure => figure.Value is not null))
        {
            var ends = figure is { Low: { } low, High: { } high } ? $" ({Text(figure, low, currency)}–{Text(figure, high, currency)})" : "";
            var observed = figure is { IsPooled: true, Observed: { } plain } ? (ko ? ", 그대로 세면 " : ", counted plainly ") + Text(figure, plain, currency) : "";
            Console.WriteLine($"  {figure.Label.In(language)} {Text(figure, figure.Value!.Value, currency)}{ends}{observed}, n {Format.Grouped(figure.N)}");
        }

        if (row.Consistency is { } consistency)
        {
            Console.WriteLine("  " + consistency.In(language));
        }

        if (row.AgainstRest is { } test)
        {
            Console.WriteLine((ko ? "  나머지 고객과 견주면 (로그순위) p " : "  Against all other customers (log-rank) p ") + HazardText.P(test.P));
        }
    }

    private static void Traits(SegmentStudy study, Language language)
    {
        var ko = language == Language.Korean;
        Console.WriteLine();
        if (!study.Traits.TryGet(out var model, out var reasons))
        {
            Console.WriteLine(reasons[0].Message.In(language));
            return;
        }

        Console.WriteLine(ko ? $"무엇이 짧은 수명과 함께 가나 (90일을 넘긴 고객 {Format.Grouped(model.N)}곳, 떠난 고객 {Format.Grouped(model.Events)}곳)" : $"What goes with a shorter life ({Format.Grouped(model.N)} customers past 90 days, {Format.Grouped(model.Events)} left)");
        foreach (var ratio in model.Ratios.Where(ratio => ratio.HazardRatio is not null))
        {
            Console.WriteLine($"  {ratio.Label.In(language)}: {Format.Fixed(ratio.HazardRatio!.Value, 2)}× ({Format.Fixed(ratio.Low!.Value, 2)}–{Format.Fixed(ratio.High!.Value, 2)}), p {HazardText.P(ratio.P!.Value)}");
        }
    }

    private static Wording Name(SegmentVerdict verdict) => verdict switch
    {
        SegmentVerdict.CannotTell => new("아직 말할 수 없어요", "Cannot tell yet"),
        SegmentVerdict.Keep => new("지키기", "Keep"),
        SegmentVerdict.LookCloser => new("더 살펴보기", "Look closer"),
        SegmentVerdict.Test => new("시험하기", "Test"),
        _ => new("멈추고 물어보기", "Stop and ask"),
    };

    private static string Text(SegmentFigure figure, double value, string currency) => figure.Unit switch
    {
        "money" => Money(value, currency),
        "rate" => Format.Percent(value),
        "times" => Format.Fixed(value, 1) + "×",
        "per-seat" => Format.Fixed(value, 3),
        "count" => Format.Grouped(value),
        _ => Format.Fixed(value, 1),
    };

    private static string Money(double minor, string currency) => Format.Grouped((double)Math.Round(new Money((long)Math.Round(minor), currency).Major)) + " " + currency;
}
