using Kindred.Core.Accounts;
using Kindred.Core.Basics;

namespace Kindred.Core.Segments;

/// <summary>From a segment's figures to a verdict with its reason. The three targets do not imply each other: 5 % a month and 12 months give 1.67 times, not 3.</summary>
internal static class JudgeSegment
{
    public static SegmentRow Run(SegmentRow row, AccountFacts facts, CustomerMonths months, IReadOnlyList<Benchmark> benchmarks)
    {
        var ever = row.Customers.Count;
        if (ever < SegmentsModule.FewestCustomers)
        {
            return row with
            {
                Verdict = SegmentVerdict.CannotTell,
                Reason = new Wording($"아직 말할 수 없어요. 고객이 {Format.Whole(ever)}곳이에요. {Format.Whole(SegmentsModule.FewestCustomers)}곳부터 말할 수 있어요.", $"Not enough to say: {Format.Whole(ever)} customers, {Format.Whole(SegmentsModule.FewestCustomers)} needed."),
            };
        }

        var employees = Median(row.Customers.Select(customer => facts.Companies[months.Lives[customer].Account].Employees));
        var checks = benchmarks.Where(one => one.IsTarget && employees >= one.EmployeesFrom && employees < one.EmployeesBelow).Select(one => Check(one, row[Measure(one)])).ToArray();
        var consistency = Consistency(row);
        var (verdict, reason) = Judge(checks, row);
        return row with { Checks = checks, Verdict = verdict, Reason = reason, Consistency = consistency };
    }

    private static SegmentMeasure Measure(Benchmark benchmark) => benchmark.Measure switch { "logo-churn" => SegmentMeasure.LogoChurn, "payback" => SegmentMeasure.Payback, _ => SegmentMeasure.ClvToCac };

    private static TargetCheck Check(Benchmark target, SegmentFigure figure)
    {
        if (figure.Value is not { } value)
        {
            return new TargetCheck(target, null, null, false);
        }

        var isMet = target.IsMetBy(value);
        return new TargetCheck(target, value, isMet, figure is { Low: { } low, High: { } high } && target.IsMetBy(low) == isMet && target.IsMetBy(high) == isMet);
    }

    private static Wording? Consistency(SegmentRow row)
    {
        if (row[SegmentMeasure.LogoChurn].Value is not > 0 || row[SegmentMeasure.Payback].Value is not { } payback || row[SegmentMeasure.ImpliedRatio].Value is not { } ratio)
        {
            return null;
        }

        var (rate, months, times) = (Format.Percent(row[SegmentMeasure.LogoChurn].Value!.Value), Format.Fixed(payback, 1), Format.Fixed(ratio, 1));
        return new Wording($"달에 {rate} 떠나고 회수에 {months}개월이 걸리면 고객 가치는 획득 비용의 {times}배예요 (할인과 기간 제한 없이).", $"Leaving at {rate} a month with {months} months to pay back means a value of {times} times the cost to acquire (without discount or horizon).");
    }

    private static (SegmentVerdict, Wording) Judge(TargetCheck[] checks, SegmentRow row)
    {
        var known = checks.Where(check => check.IsMet is not null).ToArray();
        if (known.Length == 0)
        {
            return (SegmentVerdict.Test, new Wording("기준과 견줄 숫자가 아직 없어요. 작은 예산과 다시 볼 날을 정해 시험해 보세요.", "There is no figure to hold against a target yet. Test with a small budget and a date to look again."));
        }

        var failed = known.Where(check => check.IsMet == false).ToArray();
        var surelyFailed = failed.Where(check => check.IsSure).ToArray();
        var missing = checks.Length - known.Length;
        if (failed.Length >= 2 && surelyFailed.Length >= 1)
        {
            return (SegmentVerdict.StopAndAsk, Because("예산을 멈추고 왜 그런지 물어보세요. 못 지킨 기준", "Stop the budget and ask why. Missed", failed));
        }

        if (failed.Length > 0 && failed.Length < known.Length)
        {
            var passed = known.Length - failed.Length;
            return (SegmentVerdict.LookCloser, Because($"기준 {Format.Whole(known.Length)}개 중 {Format.Whole(passed)}개를 지키고 {Format.Whole(failed.Length)}개를 못 지켰어요. 못 지킨 기준", $"Meets {Format.Whole(passed)} of {Format.Whole(known.Length)} targets and misses {Format.Whole(failed.Length)}. Missed", failed));
        }

        if (failed.Length > 0)
        {
            return surelyFailed.Length > 0
                ? (SegmentVerdict.StopAndAsk, Because("예산을 멈추고 왜 그런지 물어보세요. 못 지킨 기준", "Stop the budget and ask why. Missed", failed))
                : (SegmentVerdict.Test, Because("기준에 못 미치지만 데이터가 적어 확실하지 않아요. 작은 예산으로 시험해 보세요. 못 지킨 기준", "Misses its targets, but the data is too thin to be sure. Test with a small budget. Missed", failed));
        }

        if (missing > 0)
        {
            return (SegmentVerdict.LookCloser, new Wording($"아는 기준 {Format.Whole(known.Length)}개는 지켰지만 {Format.Whole(missing)}개는 숫자가 없어요.", $"Meets the {Format.Whole(known.Length)} targets that are known; {Format.Whole(missing)} have no figure yet."));
        }

        // The ratio holds both churn and payback: where it is sure, a payback whose interval touches its target does not take the verdict away.
        var unsure = known.Where(check => !check.IsSure).ToArray();
        if (Array.TrueForAll(unsure, check => check.Target.Measure == "payback"))
        {
            return (SegmentVerdict.Keep, new Wording("모든 기준을 지켰고, 그렇게 말할 만큼 데이터가 있어요.", "Meets every target, and the data is enough to say so."));
        }

        return row.IsPooled
            ? (SegmentVerdict.Test, Because("모든 기준을 지켰지만 고객이 적어요. 작은 예산으로 시험해 보세요. 아직 확실하지 않은 기준", "Meets every target, but there are few customers. Test with a small budget. Not sure yet", unsure))
            : (SegmentVerdict.LookCloser, Because("모든 기준을 지켰지만 구간이 기준에 걸려 있어요. 아직 확실하지 않은 기준", "Meets every target, but an interval still spans it. Not sure yet", unsure));
    }

    private static Wording Because(string ko, string en, TargetCheck[] checks) => new(
        ko + ": " + string.Join(", ", checks.Select(check => check.Target.Label.Ko + " (" + Text(check) + ")")) + ".",
        en + ": " + string.Join(", ", checks.Select(check => check.Target.Label.En + " (" + Text(check) + ")")) + ".");

    private static string Text(TargetCheck check) => check.Target.Measure switch
    {
        "logo-churn" => Format.Percent(check.Value!.Value),
        _ => Format.Fixed(check.Value!.Value, 1),
    };

    private static double Median(IEnumerable<double> sizes)
    {
        var known = sizes.Where(size => !double.IsNaN(size)).Order().ToArray();
        return known.Length == 0 ? 0 : known[known.Length / 2];
    }
}
