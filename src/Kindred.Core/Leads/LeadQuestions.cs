using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Leads;

/// <summary>Ranks unknown fields by how likely their answer turns the decision around, then by how far it moves the score.</summary>
internal static class LeadQuestions
{
    private const double Tolerance = 1e-9;

    internal static IReadOnlyList<LeadQuestion> Of(CardPlan plan, RowJudge judge, BinWords words, LeadValues lead, RowScore score)
    {
        var questions = new List<LeadQuestion>();
        for (var field = 0; field < plan.Card.Attributes.Count; field++)
        {
            if (!lead.IsKnown(field))
            {
                questions.Add(Of(plan, judge, words, lead, score, field));
            }
        }

        return [.. questions.OrderByDescending(question => question.DecisionChange).ThenByDescending(question => question.ScoreChange)];
    }

    private static LeadQuestion Of(CardPlan plan, RowJudge judge, BinWords words, LeadValues lead, RowScore score, int field)
    {
        var attribute = plan.Card.Attributes[field];
        var open = judge.Open[field];
        var cut = plan.Card.Cut - Tolerance;
        var reachesNow = score.Expected >= cut;
        var byBin = new SortedDictionary<int, (double Share, double Sum)>();
        double turn = 0, move = 0;
        for (var i = 0; i < open.Answers.Length; i++)
        {
            var expected = lead.Points + judge.Open.After(lead.Unknown, lead.Standing, field, open.Answers[i]);
            var share = open.Shares[i];
            turn += expected >= cut != reachesNow ? share : 0;
            move += share * Math.Abs(expected - score.Expected);
            var bin = open.Answers[i].Bin;
            var (known, sum) = byBin.GetValueOrDefault(bin);

            // A bin without rows has share 0 and still an expectation.
            byBin[bin] = (known + share, sum + (expected / open.Answers.Count(other => other.Bin == bin)));
        }

        return new LeadQuestion(attribute.Field, attribute.Question ?? Question(attribute), Answers(words, field, byBin, cut), turn, move);
    }

    /// <summary>Bins that lead to the same score are one answer.</summary>
    private static IReadOnlyList<LeadAnswer> Answers(BinWords words, int field, SortedDictionary<int, (double Share, double Sum)> byBin, double cut) =>
        [.. byBin.GroupBy(pair => Math.Round(pair.Value.Sum, 6)).OrderByDescending(group => group.Key).Select(group => new LeadAnswer(
            Joined([.. group.Select(pair => words.Of(field, pair.Key))]), group.Sum(pair => pair.Value.Share), group.Key, group.Key >= cut))];

    private static Wording Joined(Wording[] values) => new(string.Join(", ", values.Select(value => value.Ko)), string.Join(", ", values.Select(value => value.En)));

    private static Wording Question(CardAttribute attribute) => new(
        Conditions.ColumnLabel.Korean(attribute.Field, attribute.Label) is var label ? $"{label}{Conditions.KoreanParticle.Topic(label)} {(attribute.IsNumber ? "얼마인가요?" : "무엇인가요?")}" : "",
        attribute.IsNumber ? $"How large is {attribute.Label.En}?" : $"What is {attribute.Label.En}?");
}
