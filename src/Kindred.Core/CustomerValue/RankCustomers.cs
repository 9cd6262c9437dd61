using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Standards;
using Kindred.Statistics.Resampling;

namespace Kindred.Core.CustomerValue;

/// <summary>The list of customers by value.</summary>
/// <param name="Criteria">Criteria with the weights used.</param>
/// <param name="CoverageOf">Per criterion the share of customers it is known for.</param>
/// <param name="Customers">Best first; customers with too thin a record come last with rank 0.</param>
/// <param name="Currency">Currency amounts were compared in.</param>
/// <param name="TopSize">k of the robustness.</param>
public sealed record CustomerRanking(IReadOnlyList<CustomerCriterion> Criteria, IReadOnlyList<double> CoverageOf, IReadOnlyList<RankedCustomer> Customers, string Currency, int TopSize);

/// <summary>
/// Ranks customers. Each criterion becomes a rank within a cohort of equal age; value = (Σ w·rank + 2w̄·0.5) / (Σ w + 2w̄), so that a thin record is pulled to the middle
/// instead of winning by what is not known. Robustness: weights drawn from a Dirichlet (concentration 50) around the chosen ones.
/// </summary>
public static class RankCustomers
{
    private const int SmallestCohort = 20;
    private const double LeastCoverage = 0.5;
    private const double Concentration = 50;
    private const int Draws = 1000;

    /// <summary>Ranks every customer of the facts.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="weights">Weights by criterion id; the defaults otherwise.</param>
    /// <param name="rates">Exchange rates; those of the facts when null. Amounts without one stay unknown.</param>
    /// <param name="topSize">k.</param>
    /// <param name="seed">Of the random weightings.</param>
    public static Result<CustomerRanking> Run(AccountFacts facts, IReadOnlyDictionary<string, double>? weights = null, ExchangeRates? rates = null, int topSize = 10, long seed = 1)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var figures = new CustomerFigures(facts, rates);
        if (figures.Accounts.Count == 0)
        {
            return Result.Refused<CustomerRanking>("customers.none", "deals",
                "계약이 성사된 딜도 구독도 없어서 고객 순위를 만들 수 없어요. 딜이나 구독 파일을 더해 주세요.",
                "There is neither a won deal nor a subscription, so there are no customers to rank. Add a deals or subscriptions file.");
        }

        var criteria = CustomerCriterion.Defaults.Select(criterion => weights is not null && weights.TryGetValue(criterion.Id, out var weight) ? criterion with { Weight = weight } : criterion).ToArray();
        var cohorts = Cohorts(figures);
        var ranks = criteria.Select((criterion, index) => Ranks(figures.Figures[index], cohorts, criterion.IsHigherBetter)).ToArray();
        var known = criteria.Select((_, index) => ranks[index].Any(rank => !double.IsNaN(rank))).ToArray();
        var values = Values(ranks, [.. criteria.Select((criterion, index) => known[index] ? criterion.Weight : 0)]);
        var coverage = Coverage(ranks, criteria, known);
        var listed = Enumerable.Range(0, figures.Accounts.Count).Where(i => coverage[i] >= LeastCoverage).OrderByDescending(i => values[i]).ThenBy(i => figures.Accounts[i]).ToArray();
        var stays = Robustness(ranks, criteria, known, listed, topSize, seed);
        var customers = listed.Concat(Enumerable.Range(0, figures.Accounts.Count).Where(i => coverage[i] < LeastCoverage))
            .Select((i, place) => new RankedCustomer(
                figures.Accounts[i], place < listed.Length ? place + 1 : 0, values[i], coverage[i], stays[i], cohorts.Names[cohorts.Of[i]], [.. criteria.Select((_, index) => figures.Figures[index][i])], figures.IsActive[i]))
            .ToArray();
        return Result.Accepted(new CustomerRanking(criteria, [.. figures.Figures.Select(column => (double)column.Count(value => !double.IsNaN(value)) / column.Length)], customers, figures.Currency, topSize));
    }

    /// <summary>Cohorts by quarter of the start; one with fewer than 20 customers joins the next.</summary>
    private static (int[] Of, List<string> Names) Cohorts(CustomerFigures figures)
    {
        var of = new int[figures.Accounts.Count];
        var names = new List<string>();
        var order = Enumerable.Range(0, of.Length).GroupBy(i => figures.Started[i] is { } start ? start.Year * 4 + (start.Month - 1) / 3 : int.MinValue).OrderBy(group => group.Key).ToArray();
        var open = new List<int>();
        string? from = null;
        for (var g = 0; g < order.Length; g++)
        {
            open.AddRange(order[g]);
            var name = order[g].Key == int.MinValue ? "?" : $"{Format.Whole(order[g].Key / 4)}-Q{Format.Whole(order[g].Key % 4 + 1)}";
            from ??= name;
            var left = order.Skip(g + 1).Sum(group => group.Count());
            if (open.Count < SmallestCohort || left is > 0 and < SmallestCohort)
            {
                if (g < order.Length - 1)
                {
                    continue;
                }
            }

            names.Add(from == name ? name : from + "…" + name);
            foreach (var i in open)
            {
                of[i] = names.Count - 1;
            }

            open.Clear();
            from = null;
        }

        return (of, names);
    }

    /// <summary>Mid-ranks within cohorts, 0 (worst) to 1 (best); NaN where the figure is unknown.</summary>
    private static double[] Ranks(double[] figures, (int[] Of, List<string> Names) cohorts, bool isHigherBetter)
    {
        var ranks = new double[figures.Length];
        Array.Fill(ranks, double.NaN);
        foreach (var cohort in Enumerable.Range(0, figures.Length).Where(i => !double.IsNaN(figures[i])).GroupBy(i => cohorts.Of[i]))
        {
            var sorted = cohort.OrderBy(i => isHigherBetter ? figures[i] : -figures[i]).ToArray();
            for (var start = 0; start < sorted.Length;)
            {
                var end = start;
                while (end < sorted.Length && figures[sorted[end]].Equals(figures[sorted[start]]))
                {
                    end++;
                }

                for (var k = start; k < end; k++)
                {
                    ranks[sorted[k]] = sorted.Length == 1 ? 0.5 : (start + end - 1) / 2.0 / (sorted.Length - 1);
                }

                start = end;
            }
        }

        return ranks;
    }

    private static double[] Values(double[][] ranks, double[] weights)
    {
        var used = weights.Where(weight => weight > 0).ToArray();
        var pull = 2 * (used.Length == 0 ? 1 : used.Average());
        var values = new double[ranks[0].Length];
        for (var i = 0; i < values.Length; i++)
        {
            double sum = pull * 0.5, total = pull;
            for (var c = 0; c < ranks.Length; c++)
            {
                if (!double.IsNaN(ranks[c][i]))
                {
                    sum += weights[c] * ranks[c][i];
                    total += weights[c];
                }
            }

            values[i] = sum / total;
        }

        return values;
    }

    private static double[] Coverage(double[][] ranks, CustomerCriterion[] criteria, bool[] known)
    {
        var total = criteria.Where((_, index) => known[index]).Sum(criterion => criterion.Weight);
        return [.. Enumerable.Range(0, ranks[0].Length).Select(i => total == 0 ? 0 : Enumerable.Range(0, ranks.Length).Where(c => known[c] && !double.IsNaN(ranks[c][i])).Sum(c => criteria[c].Weight) / total)];
    }

    private static double[] Robustness(double[][] ranks, CustomerCriterion[] criteria, bool[] known, int[] listed, int topSize, long seed)
    {
        var random = new SeededRandom(seed, 5);
        var total = criteria.Where((_, index) => known[index]).Sum(criterion => criterion.Weight);
        var stays = new double[ranks[0].Length];
        for (var draw = 0; draw < Draws && total > 0; draw++)
        {
            var weights = criteria.Select((criterion, index) => known[index] && criterion.Weight > 0 ? random.NextGamma(Concentration * criterion.Weight / total) : 0).ToArray();
            var values = Values(ranks, weights);
            foreach (var i in listed.OrderByDescending(i => values[i]).Take(topSize))
            {
                stays[i] += 1.0 / Draws;
            }
        }

        return stays;
    }
}
