using System.Diagnostics;
using System.Globalization;
using Kindred.Core.Leads;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;

namespace Kindred.Bench;

/// <summary>One lead explained: receipt, questions, cheapest change, sentences; half of the fields unknown. Beside it only the score of the same lead.</summary>
internal static class ExplainSpeed
{
    public static void Run(Scorecard card)
    {
        var random = new SeededRandom(4);
        var table = new Table("leads", [.. card.Attributes.Select(attribute => (Column)TextColumn.From(attribute.Field, [.. Enumerable.Range(0, 2000).Select(_ => random.Below(2) == 0 ? null : attribute.Bins[random.Below(attribute.Bins.Count - 2)].Condition!.Values[0])]))]);
        var explain = new ExplainLead(card);
        var receipts = explain.Over(table).Value;
        var first = Stopwatch.StartNew();
        receipts(0);
        Console.WriteLine($"explain first         {Text(first.Elapsed.TotalMilliseconds)} ms by the clock, compiling included");
        foreach (var attempt in new[] { "cold", "warm", "warm" })
        {
            var (took, questions) = Measured.Here(() => Enumerable.Range(0, 2000).Sum(row => receipts(row).Questions.Count));
            Console.WriteLine($"explain {attempt}          {took}  2,000 leads, {questions} questions: {Text(took.CpuSeconds / 2000 * 1000)} ms CPU a lead");
        }

        var (baseline, sum) = Measured.Here(() => explain.Scores(table).Value.Sum(score => score.Score));
        Console.WriteLine($"explain baseline      {baseline}  only score, interval and state: {Text(baseline.CpuSeconds / 2000 * 1000)} ms CPU a lead, sum {sum.ToString(CultureInfo.InvariantCulture)}");
    }

    private static string Text(double value) => value.ToString("F4", CultureInfo.InvariantCulture);
}
