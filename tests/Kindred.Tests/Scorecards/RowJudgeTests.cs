using Kindred.Core.Scorecards;
using Kindred.Statistics.Resampling;
using Xunit;

namespace Kindred.Tests.Scorecards;

public sealed class RowJudgeTests
{
    [Fact]
    public void Of_EverythingKnown_IsTheScoreThreeTimes()
    {
        var judged = Judge(TestCards.Small(), 100, "software", "HubSpot");
        Assert.Equal(new RowScore(100, 100, 100, 100, ScoreState.Over), judged);
    }

    [Fact]
    public void Of_AnUnknownCrm_IsAnIntervalWithTheMeanOfItsBins()
    {
        // employees 49–200: 25, software: 20, line 15. The missing bin of crm has no rows: 40·14 + 2·16 + 10·10 over 40 rows = 17.3.
        var judged = Judge(TestCards.Small(), 100, "software", null);
        Assert.Equal((25 + 20 + 15 + 12, 25 + 20 + 15 + 17.3, 62, 100), (judged.Score, judged.Expected, judged.Low, judged.High));
        Assert.Equal(ScoreState.Over, judged.State);
        Assert.Equal(ScoreState.OneQuestion, Judge(TestCards.Small(cut: 80), 100, "software", null).State);
    }

    [Fact]
    public void Of_AnUnknownFieldOfALine_CountsTheLineInTheBoundsOnly()
    {
        // employees unknown (learned: 8): software 20, HubSpot 40; the line may still hold: 60 + 25 + 15.
        var judged = Judge(TestCards.Small(), double.NaN, "software", "HubSpot");
        Assert.Equal((68, 68.0, 60, 100), (judged.Score, judged.Expected, judged.Low, judged.High));
        Assert.Equal(ScoreState.OneQuestion, judged.State);
    }

    [Fact]
    public void Of_TwoAnswersNeeded_SaysMoreThanOneQuestion()
    {
        // Nothing known: 8 + 4 + 17.3 expected; the best single answer is crm: 8 + 4 + 40 = 52.
        Assert.Equal(ScoreState.MoreQuestions, Judge(TestCards.Small(), double.NaN, null, null).State);
        Assert.Equal(ScoreState.OneQuestion, Judge(TestCards.Small(cut: 52), double.NaN, null, null).State);
        Assert.Equal(ScoreState.MoreQuestions, Judge(TestCards.Small(cut: 53), double.NaN, null, null).State);
    }

    [Fact]
    public void Of_TheHighestBelowTheCut_IsBelow()
    {
        // 9 people: 0 points and no line; industry and crm unknown: at most 60.
        var judged = Judge(TestCards.Small(cut: 61), 9, null, null);
        Assert.Equal((60, ScoreState.Below), (judged.High, judged.State));
        Assert.NotEqual(ScoreState.Below, Judge(TestCards.Small(cut: 60), 9, null, null).State);
    }

    [Fact]
    public void Of_RandomCards_BoundsAreThoseOfTryingEverything()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new SeededRandom(seed);
            var plan = new CardPlan(RandomCards.Card(random, 2 + random.Below(4), random.Below(6), hasTags: false));
            var judge = new RowJudge(plan);
            for (var attempt = 0; attempt < 5; attempt++)
            {
                var classes = plan.Fields.Select(field => random.Below(2) == 0 ? 0 : random.Below(field.Classes.Count)).ToArray();
                var all = Everything(plan, judge, classes, 0).ToArray();
                var judged = judge.Of(classes);

                // An unknown field that stays unknown is a possibility too.
                Assert.Equal(Math.Min(all.Min(), Math.Min(judged.Score, Math.Floor(judged.Expected))), judged.Low);
                Assert.Equal(Math.Max(all.Max(), Math.Max(judged.Score, Math.Ceiling(judged.Expected))), judged.High);
            }
        }
    }

    /// <summary>Scores of every completion of a row.</summary>
    private static IEnumerable<int> Everything(CardPlan plan, RowJudge judge, int[] classes, int from)
    {
        var at = Array.FindIndex(classes, from, one => one == 0);
        if (at < 0)
        {
            return [judge.Of(classes).Score];
        }

        return Enumerable.Range(1, plan.Fields[at].Classes.Count - 1).SelectMany(one =>
        {
            var more = classes.ToArray();
            more[at] = one;
            return Everything(plan, judge, more, at + 1);
        });
    }

    private static RowScore Judge(Scorecard card, double employees, string? industry, string? crm)
    {
        var plan = new CardPlan(card);
        int Word(int field, string? word) => word is null ? 0 : plan.Fields[field].ClassOfWord[word];
        return new RowJudge(plan).Of([plan.Fields[0].ClassOf(employees), Word(1, industry), Word(2, crm)]);
    }
}
