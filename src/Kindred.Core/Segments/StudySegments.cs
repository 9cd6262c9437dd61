using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Core.Segments;

/// <summary>Use case: facts and panel → the economics of every segment.</summary>
internal static class StudySegments
{
    public static Result<SegmentStudy> Run(AccountFacts facts, CustomerMonths months, SegmentRequest request, IReadOnlyList<ClassifiedAccount>? standing)
    {
        var fields = new List<(SegmentField Field, SegmentKey[] Keys)>();
        foreach (var id in request.By)
        {
            if (!SegmentFields.Of(facts, months, request, standing, id).TryGet(out var field, out var reasons))
            {
                return Result.Refused<SegmentStudy>(reasons);
            }

            fields.Add(field);
        }

        if (request.KeyFeature is { } wanted && facts.Usage.All(use => use.Feature != wanted))
        {
            var names = string.Join(", ", facts.Usage.Select(use => use.Feature).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Take(20));
            return Result.Refused<SegmentStudy>("segments.unknown-feature", wanted, $"사용 기록에 '{wanted}' 기능이 없어요. 있는 기능: {names}.", $"The usage file has no feature '{wanted}'. It has: {names}.");
        }

        var (all, groups) = SegmentGroup.Of(facts.Companies.Count, months, [.. fields.Select(field => field.Keys)]);
        var costs = AcquisitionCosts.Of(facts, months, request);
        var sales = new SegmentSales(facts, months, request.KeyFeature);
        var overall = Measure(facts, months, request, costs, sales, [all])[0];
        var segments = groups.Count == 0 ? [] : Measure(facts, months, request, costs, sales, groups);
        var (support, share) = Misfits(months, standing, sales);
        return Result.Accepted(new SegmentStudy
        {
            Request = request,
            Fields = [.. fields.Select(field => field.Field)],
            AsOf = facts.AsOf,
            Currency = months.Currency,
            Overall = overall,
            Segments = [.. segments.OrderBy(row => row.Keys.All(key => key.Code.Length == 0)).ThenByDescending(row => row[SegmentMeasure.Mrr].Value ?? 0).ThenBy(row => row.Name.En, StringComparer.Ordinal)],
            Months = months,
            Cohorts = CohortTable.Of(months),
            Costs = costs,
            Traits = TraitModel.Of(facts, months, sales.KeyFeature),
            MisfitSupport = support,
            MisfitCustomers = share,
            KeyFeature = sales.KeyFeature,
            Notes = [.. months.Notes, .. Contradictions.Of(facts, months)],
            Assumptions = StudyAssumptions.Of(request, months, costs),
        });
    }

    private static SegmentRow[] Measure(AccountFacts facts, CustomerMonths months, SegmentRequest request, AcquisitionCosts? costs, SegmentSales sales, IReadOnlyList<SegmentGroup> groups)
    {
        var lives = new SegmentLives(months, groups);
        var revenue = new SegmentRevenue(months, groups, request.Seed);
        var value = new SegmentValue(months, groups, request, costs, lives);
        var rows = new SegmentRow[groups.Count];
        Parallel.For(0, rows.Length, g =>
        {
            var (group, curve) = (groups[g], lives.Curves[g]);
            var isPooled = groups.Count > 1 && group.Rows.Length < SegmentsModule.PooledBelow;
            var figures = Counts(months, group).ToDictionary(figure => figure.Measure);
            var life = lives.Figures(g, isPooled).ToArray();
            foreach (var figure in life.Concat(revenue.Figures(g, isPooled)).Concat(value.Figures(g, life[0], isPooled)).Concat(sales.Figures(group)))
            {
                figures[figure.Measure] = group.Rows.Length >= SegmentsModule.FewestCustomers || figure.Measure is SegmentMeasure.WinRate or SegmentMeasure.CycleDays or SegmentMeasure.SupportShare
                    ? figure
                    : SegmentFigure.TooFew(figure.Measure, group.Rows.Length, SegmentsModule.FewestCustomers);
            }

            var row = new SegmentRow
            {
                Keys = group.Keys,
                Name = group.Name,
                Accounts = group.Accounts,
                Customers = group.Rows,
                Figures = [.. Enum.GetValues<SegmentMeasure>().Select(measure => figures[measure])],
                Curve = curve,
                CurveInterval = SegmentLives.IntervalOf(curve),
                ObservedMonths = curve?.Steps[^1].Time ?? 0,
                ExpectedSurvival = group.Rows.Length == 0 ? [] : value.Expected(g),
                AgainstRest = groups.Count > 1 ? lives.AgainstRest(g) : null,
                Movements = MrrMovement.Of(months, group.Rows),
                IsPooled = isPooled,
            };
            rows[g] = JudgeSegment.Run(row, facts, months, request.Benchmarks);
        });

        return rows;
    }

    private static IEnumerable<SegmentFigure> Counts(CustomerMonths months, SegmentGroup group)
    {
        var now = group.Rows.Count(months.IsPaying);
        yield return new SegmentFigure(SegmentMeasure.Customers, now, null, null, now);
        yield return new SegmentFigure(SegmentMeasure.CustomersEver, group.Rows.Length, null, null, group.Rows.Length);
        yield return months.Currency.Length == 0
            ? SegmentFigure.None(SegmentMeasure.Mrr, now, "금액이 적힌 구독이 없어요.", "No subscription has an amount.")
            : new SegmentFigure(SegmentMeasure.Mrr, group.Rows.Sum(row => months.At(row, months.Months)), null, null, now);
    }

    private static (SegmentFigure, double?) Misfits(CustomerMonths months, IReadOnlyList<ClassifiedAccount>? standing, SegmentSales sales)
    {
        if (standing is not { Count: > 0 })
        {
            return (SegmentFigure.None(SegmentMeasure.SupportShare, 0, "ICP가 있어야 맞지 않는 고객을 가릴 수 있어요.", "A profile is needed to tell misfits."), null);
        }

        var misfits = standing.Where(account => account.State is AccountState.Regret or AccountState.Anti).Select(account => account.Account).ToHashSet();
        var customers = Enumerable.Range(0, months.Lives.Count).Where(months.IsPaying).Select(row => months.Lives[row]).ToArray();
        return (sales.SupportShare(SegmentMeasure.SupportShare, months.Lives.Where(life => misfits.Contains(life.Account)).Sum(life => sales.TicketsOf(life.Account))),
            customers.Length == 0 ? null : (double)customers.Count(life => misfits.Contains(life.Account)) / customers.Length);
    }
}
