using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Core.Tables;
using Kindred.Files;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;

namespace Kindred.Bench;

/// <summary>
/// Salvirt's fields with an outcome that depends on one planted pattern alone (one or two conditions in turn, 20–40 % of the rows, rate inside 25–30 points above the
/// rate of the other rows, base rate unchanged). Found = a proven pattern covers the planted rows with Jaccard ≥ 0.8.
/// </summary>
internal static class PowerRuns
{
    private const string File = "salvirt-b2b-sales/Salvirt_B2B_ML_dataset.csv";

    public static void Run(int runs, int firstSeed)
    {
        if (Scratch.Shared(File) is not { } path)
        {
            Console.WriteLine($"power: skipped, {File} is not here (set KINDRED_SHARED)");
            return;
        }

        var table = TableFiles.Read(path).Value[0].Table;
        int found = 0, named = 0, any = 0;
        for (var run = 0; run < runs; run++)
        {
            var seed = firstSeed + run;
            var (planted, truth, outcome) = Plant(table, seed, 1 + run % 2);
            var mined = MinePatterns.Run(new MineRequest(outcome, "Status", "Won", Prove: true, Seed: seed), TimeProvider.System).Value;
            var proven = mined.Patterns.Where(pattern => pattern.Proof!.Status == PatternStatus.Proven).ToArray();
            var nearest = proven.Select(pattern => RowBits.Jaccard(ConditionRows.Of(outcome, pattern.Conditions), truth)).DefaultIfEmpty(0).Max();
            var fields = planted.Conditions.Select(condition => condition.Field).ToArray();
            var closest = mined.Patterns.MaxBy(pattern => RowBits.Jaccard(ConditionRows.Of(outcome, pattern.Conditions), truth));
            any += proven.Length > 0 ? 1 : 0;
            found += nearest >= 0.8 ? 1 : 0;
            named += proven.Any(pattern => fields.All(field => pattern.Conditions.Conditions.Any(condition => condition.Field == field))) ? 1 : 0;
            Console.WriteLine($"power seed {seed}: planted {ConditionWording.Of(planted, Language.English)} on {RowBits.Count(truth)} rows; nearest proven J {nearest.ToString("F2", CultureInfo.InvariantCulture)}: {(proven.Length == 0 ? "none" : ConditionWording.Of(proven[0].Conditions, Language.English))}");
            if (nearest < 0.8 && closest is { Proof: { } proof })
            {
                Console.WriteLine($"  closest: J {RowBits.Jaccard(ConditionRows.Of(outcome, closest.Conditions), truth).ToString("F2", CultureInfo.InvariantCulture)} {proof.Status}, p {closest.P.ToString("E1", CultureInfo.InvariantCulture)}, adjusted {proof.AdjustedP.ToString("F3", CultureInfo.InvariantCulture)}, folds {proof.FoldsFound}, honest {closest.Honest?.Low.ToString("F2", CultureInfo.InvariantCulture)}-{closest.Honest?.High.ToString("F2", CultureInfo.InvariantCulture)}, base {mined.BaseRate.ToString("F2", CultureInfo.InvariantCulture)}: {ConditionWording.Of(closest.Conditions, Language.English)}; planted {mined.Positives} won, inside {Enumerable.Range(0, outcome.RowCount).Count(row => RowBits.Has(truth, row) && outcome.Find("Status")!.TextAt(row) == "Won")} of {RowBits.Count(truth)}");
            }
        }

        Console.WriteLine($"power: of {runs} runs (seeds {firstSeed}..{firstSeed + runs - 1}) {found} found with Jaccard >= 0.8, {named} proven on the planted fields, {any} with anything proven");
    }

    private static (Conjunction Planted, ulong[] Rows, Table Outcome) Plant(Table table, int seed, int length)
    {
        var random = new SeededRandom(seed, 79);
        var fields = table.Columns.OfType<TextColumn>().Where(column => column.Name != "Status").ToArray();
        while (true)
        {
            var drawn = fields.ToArray();
            random.Shuffle(drawn.AsSpan());
            var conditions = drawn.Take(length).Select(column =>
            {
                var known = Enumerable.Range(1, column.Dictionary.Length - 1).Where(code => !column.IsPlaceholder(code)).ToArray();
                return Condition.Is(column.Name, column.Dictionary[known[random.Below(known.Length)]]);
            }).ToArray();
            var planted = new Conjunction(conditions);
            var rows = ConditionRows.Of(table, planted);
            var share = (double)RowBits.Count(rows) / table.RowCount;
            if (share is < 0.2 or > 0.4)
            {
                continue;
            }

            var status = (TextColumn)table.Find("Status")!;
            var baseRate = Enumerable.Range(0, table.RowCount).Average(row => status.TextAt(row) == "Won" ? 1.0 : 0.0);
            var more = 0.25 + 0.05 * random.NextUnit();
            var outside = baseRate - share * more;
            var drawnStatus = Enumerable.Range(0, table.RowCount).Select(row => (string?)(random.NextUnit() < outside + (RowBits.Has(rows, row) ? more : 0) ? "Won" : "Lost")).ToArray();
            return (planted, rows, new Table(table.Name, [.. table.Columns.Select(column => column.Name == "Status" ? TextColumn.From("Status", drawnStatus) : column)]));
        }
    }
}
