namespace Kindred.Core.Scorecards;

/// <summary>Judges rows given as one class a field. Keeps what it found about unknown fields: use one instance a thread.</summary>
internal sealed class RowJudge(CardPlan plan)
{
    /// <summary>A score of 69.9999999 by rounding of shares is 70.</summary>
    private const double Tolerance = 1e-9;

    internal CardPlan Plan => plan;

    internal OpenFields Open { get; } = new(plan);

    /// <summary>Judges a row from the points of its known fields, its unknown fields (bit f = field f) and the lines its known fields leave standing.</summary>
    internal RowScore Of(int knownPoints, ulong unknown, uint standing)
    {
        var effect = Open.Of(unknown, standing);
        var expected = knownPoints + effect.Expected;

        // A field that stays unknown is a possibility too: its missing bin may lie outside its values.
        var score = knownPoints + effect.Score;
        var low = Math.Min(knownPoints + effect.Low, Math.Min(score, (int)Math.Floor(expected + Tolerance)));
        var high = Math.Max(knownPoints + effect.High, Math.Max(score, (int)Math.Ceiling(expected - Tolerance)));
        var cut = plan.Card.Cut - Tolerance;
        var state = expected >= cut ? ScoreState.Over
            : high < plan.Card.Cut ? ScoreState.Below
            : knownPoints + effect.BestAnswer >= cut ? ScoreState.OneQuestion
            : ScoreState.MoreQuestions;
        return new RowScore(score, expected, low, high, state);
    }

    /// <summary>Judges a row of classes, in the order of <see cref="CardPlan.Fields"/>; class 0 is unknown.</summary>
    internal RowScore Of(ReadOnlySpan<int> classes)
    {
        var (points, unknown, standing) = (0, 0UL, plan.AllLines);
        for (var field = 0; field < classes.Length; field++)
        {
            if (classes[field] == 0)
            {
                unknown |= 1UL << field;
                continue;
            }

            var one = plan.Fields[field].Classes[classes[field]];
            points += one.Points;
            standing &= one.Lines;
        }

        return Of(points, unknown, standing);
    }
}
