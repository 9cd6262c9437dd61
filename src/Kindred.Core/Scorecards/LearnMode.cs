using Kindred.Core.Basics;
using Kindred.Statistics.Calibration;

namespace Kindred.Core.Scorecards;

/// <summary>One mode: a card from all rows, and its quality on rows left out.</summary>
internal static class LearnMode
{
    public static ModeResult Run(ScorecardRequest request, ScorecardMode mode, IReadOnlyList<string> kept, byte[] positive, ScorecardSplit split, TimeProvider clock, IProgress<double>? progress, CancellationToken cancel)
    {
        if (mode != ScorecardMode.Free)
        {
            // A workspace has many columns nobody sorted: they speak in the free card only. A flat file is sorted by hand.
            kept = request.View is null ? kept : [.. kept.Where(field => request.Template?.Of(field) is not null)];
            string[] without = [.. kept.Where(field => request.Template?.Of(field) is null)];
            if (kept.Count == 0)
            {
                return Refused(mode, ScorecardChecks.NothingToLearn(0));
            }

            if (without.Length > 0)
            {
                return Refused(mode, ScorecardChecks.CategoryMissing(without));
            }
        }

        var parts = new TrainedRun[split.FoldCount + (split.LastPart is null ? 0 : 1)];
        Parallel.For(0, parts.Length, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, part =>
        {
            bool IsLeft(int row) => part < split.FoldCount ? split.Folds[row] == part : split.LastPart![row];
            parts[part] = TrainedRun.Of(request, mode, kept, positive, split, [.. Enumerable.Range(0, positive.Length).Where(row => !IsLeft(row))], [.. Enumerable.Range(0, positive.Length).Where(IsLeft)], part, clock, cancel);
        });

        var whole = mode == ScorecardMode.Template
            ? TemplateCard.Learn(request, kept, positive, split, [.. Enumerable.Range(0, positive.Length)], cancel)
            : TrainedCard.Learn(request, mode, kept, positive, split, [.. Enumerable.Range(0, positive.Length)], progress, cancel);
        if (whole is null || parts.Any(part => !part.IsLearned))
        {
            return Refused(mode, ScorecardChecks.NothingToLearn(kept.Count));
        }

        TrainedRun[] random = parts[..split.FoldCount];
        var randomQuality = Quality(random, positive, request.Seed);
        var quality = split.LastPart is null ? randomQuality : Quality(parts[split.FoldCount..], positive, request.Seed);
        LeftOutScore[] left = [.. random.SelectMany(part => part.Left).OrderBy(score => score.Row)];
        var card = MakeCard.Of(request, mode, whole, positive, left, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return new ModeResult(mode, card, quality, split.LastPart is null ? null : randomQuality, left, Math.Clamp(whole.Score.DataShare, 0, 1), TimeSpan.FromTicks((long)random.Average(part => part.Elapsed.Ticks)), null)
        {
            Later = split.LastPart is null ? [] : [.. parts[split.FoldCount].Left.OrderBy(score => score.Row)],
        };
    }

    private static ModeResult Refused(ScorecardMode mode, Reason reason) => new(mode, null, null, null, [], 0, TimeSpan.Zero, reason);

    private static ScorecardQuality Quality(TrainedRun[] parts, byte[] positive, long seed)
    {
        var auc = new List<AreaUnderCurve>();
        var without = new List<double>();
        double loss = 0, brier = 0;
        foreach (var part in parts)
        {
            byte[] y = [.. part.Left.Select(score => positive[score.Row])];
            auc.Add(AreaUnderCurve.Of([.. part.Left.Select(score => (double)score.Score)], y));
            without.Add(AreaUnderCurve.Of([.. part.WithoutLines.Select(score => (double)score)], y).Value);
            foreach (var score in part.Left)
            {
                loss -= Math.Log(score.IsPositive ? score.Probability : 1 - score.Probability) / part.Left.Length / parts.Length;
                brier += Math.Pow(score.Probability - (score.IsPositive ? 1 : 0), 2) / part.Left.Length / parts.Length;
            }
        }

        var (value, low, high) = AreaUnderCurve.Pooled(auc);
        LeftOutScore[] all = [.. parts.SelectMany(part => part.Left)];
        var pooled = CalibrationQuality.Of([.. all.Select(score => score.Probability)], [.. all.Select(score => positive[score.Row])], seed);
        return new ScorecardQuality(value, low, high, loss, brier, pooled.Slope, pooled.SlopeLow, pooled.SlopeHigh, pooled.ExpectedError, pooled.ExpectedErrorLimit, without.Average(), all.Length, all.Count(score => score.IsPositive));
    }
}

/// <summary>One training part and the scores it gave to the rows left out of it.</summary>
internal sealed record TrainedRun(bool IsLearned, LeftOutScore[] Left, int[] WithoutLines, TimeSpan Elapsed)
{
    public static TrainedRun Of(ScorecardRequest request, ScorecardMode mode, IReadOnlyList<string> kept, byte[] positive, ScorecardSplit split, int[] rows, int[] left, int fold, TimeProvider clock, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        var trained = mode == ScorecardMode.Template
            ? TemplateCard.Learn(request, kept, positive, split, rows, cancel)
            : TrainedCard.Learn(request, mode, kept, positive, split, rows, null, cancel);
        if (trained is null)
        {
            return new TrainedRun(false, [], [], TimeSpan.Zero);
        }

        var elapsed = clock.GetElapsedTime(started);
        var score = trained.Scores();
        var without = trained.Scores(withLines: false);
        return new TrainedRun(true, [.. left.Select(row => new LeftOutScore(row, fold, score[row], trained.Probability(score[row]), positive[row] == 1))], [.. left.Select(row => without[row])], elapsed);
    }
}
