using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Segments;

namespace Kindred.Core.Success;

/// <summary>Use case: running customers → tiers A, B, C, filled from the top to the capacity stated. Everything is a place among the customers of that day, so that the same rule can be asked about ninety days ago.</summary>
internal sealed class PlaceTiers
{
    private const int DaysBefore = 90;
    private static readonly (string Id, Wording Label, int Weight)[] Kinds =
    [
        ("contract", new("계약 금액", "contract amount"), 30), ("potential", new("커질 여지", "room to grow"), 20), ("usage", new("사용 수준", "level of use"), 15),
        ("industry", new("업종이 남는 비율", "how its industry stays"), 10), ("year", new("계약 연차", "contract year"), 10), ("effort", new("드는 손", "effort it takes"), 15),
    ];

    private readonly CustomerSigns _signs;
    private readonly IReadOnlyList<ClassifiedAccount> _standing;
    private readonly Dictionary<string, (int Kept, int All)> _industries;
    private readonly double _base;

    public PlaceTiers(CustomerSigns signs, IReadOnlyList<ClassifiedAccount> standing)
    {
        (_signs, _standing) = (signs, standing);
        var old = signs.Months.Lives.Where(life => life.Months >= 12 || life.HasEnded).ToArray();
        _base = old.Length == 0 ? 0.5 : (double)old.Count(life => life.Months >= 12) / old.Length;
        _industries = old.Where(life => IndustryOf(life.Account) is not null).GroupBy(life => IndustryOf(life.Account)!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (group.Count(life => life.Months >= 12), group.Count()), StringComparer.Ordinal);
    }

    public IReadOnlyList<TierPlace> Run(SuccessRequest request)
    {
        var months = _signs.Months;
        var now = Places(Enumerable.Range(0, months.Lives.Count).Where(months.IsPaying), months.AsOf, request);
        var then = months.AsOf.AddDays(-DaysBefore);
        var before = Places(Enumerable.Range(0, months.Lives.Count).Where(row => months.Lives[row].StartedOn <= then && !(months.Lives[row].EndedOn <= then)), then, request).ToDictionary(place => place.Account);
        return [.. now.Select(place => before.TryGetValue(place.Account, out var old) ? place with { Before = old.Tier, Why = old.Tier == place.Tier ? null : Why(place, old) } : place)];
    }

    private List<TierPlace> Places(IEnumerable<int> rows, DateOnly day, SuccessRequest request)
    {
        var all = rows.ToArray();
        double[][] figures = [.. all.Select(row => Figures(row, day))];
        double?[][] scores = [.. Enumerable.Range(0, Kinds.Length).Select(kind => Scores(Kinds[kind].Id, [.. figures.Select(own => own[kind])]))];
        if (_standing.Count > 0)
        {
            scores[1] = [.. all.Select((row, i) => Fit(_signs.Months.Lives[row].Account) is var fit && scores[1][i] is { } room ? (fit + room) / 2 : fit)];
        }

        var places = all.Select((row, i) =>
        {
            TierPart[] parts = [.. Kinds.Select((kind, j) => new TierPart(kind.Id, kind.Label, kind.Weight, scores[j][i]))];
            var known = parts.Where(part => part.Score is not null).Sum(part => part.Weight);
            return new TierPlace(_signs.Months.Lives[row].Account, Tier.C, known == 0 ? 0 : 100 * parts.Sum(part => part.Weight * (part.Score ?? 0)) / known, parts, null, null);
        }).OrderByDescending(place => place.Points).ThenBy(place => place.Account).ToList();
        return [.. places.Select((place, i) => place with { Tier = i < request.CapacityA ? Tier.A : i < (long)request.CapacityA + request.CapacityB ? Tier.B : Tier.C })];
    }

    private double[] Figures(int row, DateOnly day)
    {
        var life = _signs.Months.Lives[row];
        var monthly = _signs.Mrr(row, day);
        var seats = _signs.Seats(life.Account, day);
        var people = _signs.Facts.Companies[life.Account].Employees;
        var tickets = _signs.Of(HealthFactor.Tickets, life, day);
        var years = CustomerLife.Between(life.StartedOn, day) / 12;
        var level = _signs.Use.Level(life.Account, life.StartedOn, day);
        return
        [
            monthly > 0 ? monthly : double.NaN,
            people > 0 && seats > 0 ? people / seats : double.NaN,
            level / (double.IsNaN(seats) ? 1 : seats),
            IndustryOf(life.Account) is { } industry && _industries.TryGetValue(industry, out var kept) ? (kept.Kept + 5 * _base) / (kept.All + 5) : double.NaN,
            years < 1 ? 1 : years < 2 ? 0.5 : 0.25,
            -tickets,
        ];
    }

    /// <summary>Places among the customers of the day; the state to the profile is half of the room to grow where there is a profile; new contracts need hands most.</summary>
    private double?[] Scores(string id, double[] figures)
    {
        if (id is "year")
        {
            return [.. figures.Select(figure => (double?)figure)];
        }

        var sorted = figures.Where(figure => !double.IsNaN(figure)).Order().ToArray();
        return [.. figures.Select(figure => double.IsNaN(figure) ? (double?)null : sorted.Length == 1 ? 0.5 : (Below(sorted, figure) + 0.5 * (Upto(sorted, figure) - Below(sorted, figure) - 1)) / (sorted.Length - 1))];

        static int Below(double[] sorted, double value) => Bound(sorted, other => other < value);
        static int Upto(double[] sorted, double value) => Bound(sorted, other => other <= value);
        static int Bound(double[] sorted, Func<double, bool> isBefore)
        {
            int low = 0, high = sorted.Length;
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = isBefore(sorted[middle]) ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }

    private double? Fit(int account) => _standing[account].State switch
    {
        AccountState.Core => 1,
        AccountState.Adjacent => 0.6,
        AccountState.Outside => 0.3,
        _ => 0,
    };

    private string? IndustryOf(int account) => _signs.Facts.Companies[account].Industry?.Sector.Word;

    private static Wording Why(TierPlace now, TierPlace before)
    {
        var changed = now.Parts.Select((part, i) => (part.Label, Change: part.Weight * ((part.Score ?? 0.5) - (before.Parts[i].Score ?? 0.5)))).OrderByDescending(pair => now.Tier < before.Tier ? pair.Change : -pair.Change).First();
        var points = $"{Format.Fixed(before.Points, 0)} → {Format.Fixed(now.Points, 0)}";
        return Math.Abs(now.Points - before.Points) < 1 || Math.Abs(changed.Change) < 0.5
            ? new($"점수는 거의 그대로인데({points}) 다른 고객과 자리가 바뀌었어요", $"Its points hardly changed ({points}); other customers moved past")
            : new($"{changed.Label.Ko} 때문에 점수가 {points}점이 됐어요", $"Points {points}, mostly by {changed.Label.En}");
    }
}
