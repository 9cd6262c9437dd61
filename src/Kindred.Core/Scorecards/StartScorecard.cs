using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Profiles;

namespace Kindred.Core.Scorecards;

/// <summary>A card before there are outcomes to learn from: 30/25/25/20 points by the standard questions, of which the profile's own conditions take the places they answer.</summary>
public static class StartScorecard
{
    /// <summary>Rows of the profile's form and the question each belongs to; "second" is the place of a further condition of the same row.</summary>
    private static readonly (string Row, string Field, string? Second)[] Places =
    [
        ("industry", "industry fit", null), ("size", "size fit", null), ("funding", "size fit", null), ("region", "region fit", null),
        ("technology", "required stack", "integration need"), ("trigger", "recent event", null), ("budget", "budget signal", null), ("decision", "decision-maker access", null),
    ];

    /// <summary>The card: a template without rows, as a draft.</summary>
    /// <param name="profile">The profile: conditions of its core, else of its first hypothesis, become attributes; what the team stated stands in the question it belongs to. Null: questions only.</param>
    /// <param name="today">Day of the card.</param>
    /// <param name="name">Name of the card.</param>
    /// <param name="seed">Stored with the card; nothing here is random.</param>
    public static Scorecard Run(ProfileDocument? profile, DateOnly today, string name = "card", long seed = 1)
    {
        var conditions = ByPlace(profile);
        var stated = (profile?.Clauses ?? []).Where(clause => clause.Origin == "stated").ToArray();
        var attributes = CategoryAsks.All.Select(ask =>
        {
            var own = stated.Where(clause => Array.Exists(Places, place => place.Row == clause.Row && place.Field == ask.Field)).Select(clause => clause.Text);
            if (!conditions.TryGetValue(ask.Field, out var found))
            {
                return CategoryAsks.YesOrNo(ask.Field, ask.Label, ask.Category, ask.Points, With(ask.Question, own));
            }

            var label = profile!.Coverage.FirstOrDefault(line => line.Field == found.Condition.Field)?.Label ?? Wording.Same(found.Condition.Field);
            return Attribute(found.Condition, label, ask.Category, ask.Points, With(ask.Question, own.Prepend(found.Text)));
        });
        return new Scorecard(name, 1, ScorecardMode.Template, PublishState.Draft, profile?.Outcome ?? new Wording("계약했어요", "signed"), [.. attributes], [], null, Scorecard.DefaultCut, 0, 0, today, seed);
    }

    private static Dictionary<string, (Condition Condition, Wording Text)> ByPlace(ProfileDocument? profile)
    {
        var found = new Dictionary<string, (Condition, Wording)>(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in (profile?.Core ?? profile?.Hypotheses.FirstOrDefault(line => line.IsHigher))?.Conditions ?? [])
        {
            if (text.ToCondition() is not { } condition || !used.Add(condition.Field))
            {
                continue;
            }

            var row = WriteClauses.RowOf(condition.Field);
            string?[] places = Array.Find(Places, place => place.Row == row) is { Field: { } first } place
                ? [first, place.Second]
                : Standards.FieldCategories.Of(condition.Field) is { } category ? [.. CategoryAsks.All.Where(ask => ask.Category.ToString() == category).Select(ask => ask.Field)] : [];
            if (places.FirstOrDefault(each => each is not null && !found.ContainsKey(each)) is { } free)
            {
                found.Add(free, (condition, text.Text));
            }
        }

        return found;
    }

    // Inside holds all points, outside none, unknown half.
    private static CardAttribute Attribute(Condition condition, Wording label, CardCategory category, int points, Wording question)
    {
        var field = condition.Field;
        var bins = new List<CardBin>();
        var isNumber = condition.Op == ConditionOp.Interval;
        if (isNumber && double.IsFinite(condition.Above))
        {
            bins.Add(new CardBin(CardBinKind.Value, Condition.Between(field, double.NegativeInfinity, condition.Above), 0));
        }

        bins.Add(new CardBin(CardBinKind.Value, condition, points));
        if (isNumber && double.IsFinite(condition.UpTo))
        {
            bins.Add(new CardBin(CardBinKind.Value, Condition.Between(field, condition.UpTo, double.PositiveInfinity), 0));
        }

        bins.Add(new CardBin(CardBinKind.Missing, null, points / 2));
        if (!isNumber)
        {
            bins.Add(new CardBin(CardBinKind.Other, null, 0));
        }

        return new CardAttribute(field, label, category, isNumber, bins, CardDirection.Any, question);
    }

    private static Wording With(Wording question, IEnumerable<Wording> ours)
    {
        Wording[] all = [.. ours];
        return all.Length == 0 ? question : new Wording(
            $"{question.Ko} (우리 기준: {string.Join(", ", all.Select(own => own.Ko))})", $"{question.En} (we say: {string.Join(", ", all.Select(own => own.En))})");
    }
}
