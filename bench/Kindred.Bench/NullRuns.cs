using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Patterns;
using Kindred.Core.Tables;
using Kindred.Files;
using Kindred.Statistics.Resampling;

namespace Kindred.Bench;

/// <summary>Proofs of outcomes that say nothing: real files with shuffled labels, and deals with strong account effects whose accounts exchange their outcomes. Counts runs with anything proven.</summary>
internal static class NullRuns
{
    public static void Run(int runs, string only, int firstSeed)
    {
        foreach (var (name, file, target, value) in new[] { ("salvirt", "salvirt-b2b-sales/Salvirt_B2B_ML_dataset.csv", "Status", "Won"), ("telco", "ibm-telco-churn/Telco-Customer-Churn.csv", "Churn", "Yes") })
        {
            if (only.Length > 0 && only != name)
            {
                continue;
            }

            if (Scratch.Shared(file) is not { } path)
            {
                Console.WriteLine($"nulls {name}: skipped, {file} is not here (set KINDRED_SHARED)");
                continue;
            }

            var table = TableFiles.Read(path).Value[0].Table;
            Count(name, runs, firstSeed, seed => new MineRequest(Shuffled(table, target, seed), target, value, Prove: true, Seed: seed));
        }

        if (only.Length == 0 || only == "accounts")
        {
            Count("accounts", runs, firstSeed, seed => new MineRequest(AccountDeals.Table(seed), "won", "yes", Prove: true, AccountField: "account", Seed: seed));
        }
    }

    /// <summary>The table with its outcome column in another order.</summary>
    public static Table Shuffled(Table table, string target, int seed)
    {
        var order = Enumerable.Range(0, table.RowCount).ToArray();
        new SeededRandom(seed, 77).Shuffle(order.AsSpan());
        return new Table(table.Name, [.. table.Columns.Select(column => column.Name == target ? column.Take(order) : column)]);
    }

    private static void Count(string name, int runs, int firstSeed, Func<int, MineRequest> request)
    {
        var alarms = 0;
        var verdicts = new SortedDictionary<Verdict, int>();
        for (var run = 0; run < runs; run++)
        {
            var seed = firstSeed + run;
            var mined = MinePatterns.Run(request(seed), TimeProvider.System).Value;
            var proven = mined.Patterns.Where(pattern => pattern.Proof!.Status == PatternStatus.Proven).ToArray();
            alarms += proven.Length > 0 ? 1 : 0;
            verdicts[mined.Verdict] = verdicts.GetValueOrDefault(mined.Verdict) + 1;
            if (proven.Length > 0)
            {
                Console.WriteLine($"nulls {name} seed {seed}: {Core.Conditions.ConditionWording.Of(proven[0].Conditions, Language.English)} {proven[0].Raw.Positives}/{proven[0].Raw.Rows} adjusted p {proven[0].Proof!.AdjustedP.ToString("G3", CultureInfo.InvariantCulture)}");
            }

            if ((run + 1) % 10 == 0 || run + 1 == runs)
            {
                Console.WriteLine($"nulls {name}: {alarms} of {run + 1} runs (seeds {firstSeed}..{seed}) show anything proven; verdicts {string.Join(' ', verdicts.Select(pair => $"{pair.Key} {pair.Value}"))}; last search {mined.Elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s");
            }
        }
    }
}
