using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Statistics.Survival;

namespace Kindred.Core.Segments;

/// <summary>One trait or behaviour.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Label">Name with what it is compared with.</param>
/// <param name="HazardRatio">How many times as fast such customers leave; null with a reason.</param>
/// <param name="Low">Lower end of the 95 % interval, or null.</param>
/// <param name="High">Upper end, or null.</param>
/// <param name="P">Two-sided p, or null.</param>
/// <param name="N">Customers with it (all for a number).</param>
/// <param name="Why">Why there is no ratio; null when there is one.</param>
public sealed record TraitRatio(string Id, Wording Label, double? HazardRatio, double? Low, double? High, double? P, int N, Wording? Why);

/// <summary>
/// Which traits and behaviours go with a shorter life. Behaviours are those of the first 90 days, and lives are counted from then on, of the customers still there: what is known later cannot explain what came before,
/// and counts that grow with the life never enter.
/// </summary>
/// <param name="Ratios">In the order of the model.</param>
/// <param name="N">Customers still there after 90 days.</param>
/// <param name="Events">Of them left later.</param>
/// <param name="LeftOut">Fields left out, and why.</param>
/// <param name="P">That none of them matters.</param>
public sealed record TraitModel(IReadOnlyList<TraitRatio> Ratios, int N, int Events, IReadOnlyList<Wording> LeftOut, double P)
{
    private const int FirstDays = 90;
    private const int FewestEvents = 20;
    private const int EventsPerTrait = 8;
    private const double DaysPerMonth = 30.4375;

    /// <summary>Fits.</summary>
    /// <returns>The model; refused: <c>segments.too-few-events</c>.</returns>
    internal static Result<TraitModel> Of(AccountFacts facts, CustomerMonths months, string? keyFeature)
    {
        var lives = months.Lives.Where(life => (life.EndedOn ?? months.AsOf).DayNumber - life.StartedOn.DayNumber > FirstDays && life.StartedOn >= months.Opening).ToArray();
        var events = lives.Count(life => life.HasEnded);
        if (events < FewestEvents)
        {
            return Result.Refused<TraitModel>("segments.too-few-events", "customers", $"아직 말할 수 없어요. 90일을 넘긴 뒤 떠난 고객이 {Format.Whole(events)}곳이에요. {Format.Whole(FewestEvents)}곳부터 무엇이 짧은 수명과 함께 가는지 볼 수 있어요.", $"Not enough to say: {Format.Whole(events)} customers left after their first 90 days, {Format.Whole(FewestEvents)} needed.");
        }

        var candidates = Traits(facts, lives, keyFeature).Where(trait => Varies(trait.Values)).OrderByDescending(trait => trait.Priority).ToArray();
        var kept = candidates.Take(Math.Max(1, events / EventsPerTrait)).ToArray();
        var leftOut = candidates.Skip(kept.Length).Select(trait => new Wording($"{trait.Label.Ko}: 떠난 고객이 적어 함께 볼 수 없어요", $"{trait.Label.En}: too few customers left to look at it as well")).ToArray();
        if (kept.Length == 0)
        {
            return Result.Accepted(new TraitModel([], lives.Length, events, leftOut, 1));
        }

        var fit = CoxRegression.Fit(
            [.. lives.Select(life => ((life.EndedOn ?? months.AsOf).DayNumber - life.StartedOn.DayNumber - FirstDays) / DaysPerMonth)],
            [.. lives.Select(life => life.HasEnded ? (byte)1 : (byte)0)],
            [.. kept.Select(trait => trait.Values)]);
        var p = fit.Degrees == 0 ? 1 : Math.Exp(ChiSquaredTail.Log(Math.Max(0, fit.LikelihoodRatio), fit.Degrees));
        return Result.Accepted(new TraitModel([.. kept.Select((trait, j) => Ratio(trait, fit, j))], lives.Length, events, leftOut, p));
    }

    private static TraitRatio Ratio(Trait trait, CoxFit fit, int j)
    {
        var interval = double.IsNaN(fit.Coefficients[j]) ? default : fit.HazardRatioInterval(j);
        return double.IsNaN(fit.Coefficients[j])
            ? new TraitRatio(trait.Id, trait.Label, null, null, null, null, trait.N, new Wording("다른 특성이 이미 같은 것을 말해요.", "Other traits already say the same."))
            : fit.IsUnbounded[j] || !double.IsFinite(interval.High)
                ? new TraitRatio(trait.Id, trait.Label, null, null, null, null, trait.N, new Wording("떠난 고객이 모두 한쪽에만 있어서 배수를 정할 수 없어요.", "All that left lie on one side, so there is no finite ratio."))
                : new TraitRatio(trait.Id, trait.Label, fit.HazardRatio(j), interval.Low, interval.High, fit.P(j), trait.N, null);
    }

    private static bool Varies(double[] values) => values.Distinct().Take(2).Count() > 1;

    private static IEnumerable<Trait> Traits(AccountFacts facts, CustomerLife[] lives, string? keyFeature)
    {
        var sizes = lives.Select(life => facts.Companies[life.Account].Employees).ToArray();
        var known = sizes.Where(size => size > 0).Select(Math.Log2).ToArray();
        if (known.Length * 2 > sizes.Length)
        {
            var mean = known.Average();
            yield return new Trait("size", new("규모가 두 배일 때", "twice the size"), [.. sizes.Select(size => size > 0 ? Math.Log2(size) : mean)], known.Length, 90);
        }

        var sectors = lives.Select(life => facts.Companies[life.Account].Industry?.Sector).ToArray();
        var levels = sectors.OfType<Standards.Sector>().CountBy(sector => sector.Word).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        foreach (var (word, count) in levels.Skip(1).Where(level => level.Value * 20 >= lives.Length))
        {
            Wording label = sectors.First(sector => sector?.Word == word)!.Label, reference = sectors.First(sector => sector?.Word == levels[0].Key)!.Label;
            yield return new Trait("industry=" + word, new($"업종 {label.Ko} (기준 {reference.Ko})", $"industry {label.En} (against {reference.En})"), [.. sectors.Select(sector => sector?.Word == word ? 1.0 : 0.0)], count, 50 + (40.0 * count / lives.Length));
        }

        foreach (var behaviour in Behaviours(facts, lives, keyFeature))
        {
            yield return behaviour;
        }
    }

    private static IEnumerable<Trait> Behaviours(AccountFacts facts, CustomerLife[] lives, string? keyFeature)
    {
        var at = lives.Select((life, i) => (life.Account, i)).ToDictionary(pair => pair.Account, pair => pair.i);
        var seats = new double[lives.Length];
        foreach (var one in facts.Subscriptions.Where(one => one.Account >= 0 && !one.IsTrial && one.Seats > 0))
        {
            if (at.TryGetValue(one.Account, out var i) && one.StartedOn <= lives[i].StartedOn.AddDays(FirstDays))
            {
                seats[i] = Math.Max(seats[i], one.Seats);
            }
        }

        if (facts.Usage.Count > 0)
        {
            double[] use = new double[lives.Length];
            var features = lives.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToArray();
            foreach (var one in facts.Usage)
            {
                if (at.TryGetValue(one.Account, out var i) && one.Count > 0 && one.FirstOn >= lives[i].StartedOn.AddDays(-31) && one.FirstOn <= lives[i].StartedOn.AddDays(FirstDays - 31))
                {
                    use[i] += keyFeature is null || one.Feature == keyFeature ? one.Count / Math.Max(1, seats[i]) : 0;
                    features[i].Add(one.Feature);
                }
            }

            yield return new Trait("key-use", new("처음 90일에 핵심 기능을 두 배로 쓸 때", "twice the use of the key feature in the first 90 days"), [.. use.Select(value => Math.Log2(1 + value))], lives.Length, 85);
            yield return new Trait("breadth", new("처음 90일에 기능 하나를 더 쓸 때", "one more feature used in the first 90 days"), [.. features.Select(own => (double)own.Count)], lives.Length, 60);
        }

        if (facts.Tickets.Count > 0)
        {
            var tickets = new double[lives.Length];
            foreach (var ticket in facts.Tickets)
            {
                if (at.TryGetValue(ticket.Account, out var i) && ticket.OpenedOn >= lives[i].StartedOn && ticket.OpenedOn <= lives[i].StartedOn.AddDays(FirstDays))
                {
                    tickets[i] += 1 / Math.Max(1, seats[i]);
                }
            }

            yield return new Trait("tickets", new("처음 90일에 좌석당 문의가 0.1건 늘 때", "0.1 more tickets a seat in the first 90 days"), [.. tickets.Select(value => 10 * value)], lives.Length, 70);
        }
    }

    private sealed record Trait(string Id, Wording Label, double[] Values, int N, double Priority);
}
