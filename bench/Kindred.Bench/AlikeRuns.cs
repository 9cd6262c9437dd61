using System.Globalization;
using Kindred.Core.Accounts;
using Kindred.Core.Success;
using Kindred.Sample;
using Kindred.Statistics.Calibration;
using Kindred.Statistics.Resampling;
using MathNet.Numerics.Distributions;

namespace Kindred.Bench;

/// <summary>Whether nearness to a success story tells who stays, and who signs and stays, on companies whose outcome was hidden: weighted by what was learned, against equal weights and against chance.</summary>
internal static class AlikeRuns
{
    public static void Run(int companies, int firstSeed)
    {
        var names = new[] { "weighted", "equal weights", "chance" };
        foreach (var (question, view) in new (string, Func<AccountFacts, AsOfView>)[] { ("customers: kept 12 months", facts => AccountsModule.Stays(facts).Value), ("deals: signed and kept 12 months", facts => AccountsModule.WonAndKept(facts).Value) })
        {
            var runs = Enumerable.Range(firstSeed, companies).Select(seed => One(seed, view)).ToArray();
            Console.WriteLine($"alike, {question}: seeds {firstSeed}..{firstSeed + companies - 1}, {runs.Average(run => run.Rows):F0} rows and {runs.Average(run => run.Stories):F1} stories a company, base rate {Percent(runs.Average(run => run.Base))}");
            for (var i = 0; i < names.Length; i++)
            {
                Console.WriteLine($"  {names[i]}: AUC {Mean(runs, run => run.Auc[i])}, top tenth {Mean(runs, run => run.Lift[i])} times the base rate");
            }

            Console.WriteLine($"  weighted less equal weights: AUC {Mean(runs, run => run.Auc[0] - run.Auc[1])}, lift {Mean(runs, run => run.Lift[0] - run.Lift[1])}; better in {runs.Count(run => run.Auc[0] > run.Auc[1])} of {companies}");
        }
    }

    private static (int Rows, int Stories, double Base, double[] Auc, double[] Lift) One(int seed, Func<AccountFacts, AsOfView> view)
    {
        var facts = ChurnRuns.Facts(seed);
        var now = CompaniesNow.View(facts);
        var stories = SuccessModule.Study(facts, new SuccessRequest { Rates = SampleRates.Table }, []).Value.Stories;
        var judged = JudgeLookalikes.Run(facts, now.Table, now.Fields, stories, view(facts).Table, seed);
        var random = new SeededRandom(seed, 67);
        double[][] scores = [[.. judged.Select(one => one.Weighted)], [.. judged.Select(one => one.Plain)], [.. judged.Select(_ => random.NextUnit())]];
        byte[] positive = [.. judged.Select(one => one.Positive)];
        var rate = positive.Average(value => value);
        return (judged.Count, stories.Count, rate, [.. scores.Select(score => AreaUnderCurve.Of(score, positive).Value)], [.. scores.Select(score => TopTenth(score, positive) / rate)]);
    }

    /// <summary>Share of positives in the tenth of the rows that scores highest; rows that tie at its edge count by their share.</summary>
    private static double TopTenth(double[] score, byte[] positive)
    {
        var take = score.Length / 10.0;
        double hits = 0, left = take;
        foreach (var group in Enumerable.Range(0, score.Length).GroupBy(row => score[row]).OrderByDescending(group => group.Key))
        {
            var part = Math.Min(1, left / group.Count());
            hits += part * group.Sum(row => (double)positive[row]);
            left -= part * group.Count();
            if (left <= 1e-9)
            {
                break;
            }
        }

        return hits / take;
    }

    /// <summary>Mean over companies with its 95 % interval (t).</summary>
    private static string Mean<T>(T[] runs, Func<T, double> figure)
    {
        double[] values = [.. runs.Select(figure)];
        var mean = values.Average();
        var error = values.Length < 2 ? double.NaN : StudentT.InvCDF(0, 1, values.Length - 1, 0.975) * Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
        return string.Create(CultureInfo.InvariantCulture, $"{mean:F3} ({mean - error:F3} to {mean + error:F3})");
    }

    private static string Percent(double rate) => string.Create(CultureInfo.InvariantCulture, $"{100 * rate:F1} %");
}
