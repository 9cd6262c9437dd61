using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;

namespace Kindred.Tests.Scorecards;

/// <summary>Sound cards and tables drawn at random: up to 12 attributes, up to 12 lines, words, tags, whole and broken numbers, missing cells and words the card never saw.</summary>
internal static class RandomCards
{
    private static readonly string[] Vocabulary = ["a", "b", "c", "d", "Unknown", "f;g", "h,i", "한국", "O'Neil", "x\"y", "7", "7.5"];
    private static readonly double[] Ends = [-3, 0, 0.5, 2, 9, 49, 200];

    public static Scorecard Card(SeededRandom random, int attributes, int lines, bool hasTags = true, bool hasFigures = true)
    {
        var drafts = Enumerable.Range(0, attributes).Select(i => Attribute(random, "f" + Format.Whole(i), hasTags, hasFigures)).ToArray();
        var chosen = attributes < 2 ? [] : Enumerable.Range(0, lines).Select(_ => Line(random, drafts, hasTags)).ToArray();
        var maxima = Shares(random, drafts.Length + chosen.Length);
        return new Scorecard("random", 1, ScorecardMode.Free, PublishState.Trial, Wording.Same("y"),
            [.. drafts.Select((draft, i) => WithPoints(random, draft, maxima[i]))],
            [.. chosen.Select((line, i) => line with { Points = maxima[drafts.Length + i] })],
            TestCards.Logistic(), 1 + random.Below(100), 1000, 300, new DateOnly(2026, 1, 1), 1);
    }

    /// <summary>Values for the card's fields, shuffled so that the table's order is not the card's.</summary>
    public static Table Rows(SeededRandom random, Scorecard card, int rows)
    {
        var columns = card.Attributes.Select(attribute => attribute.IsNumber ? (Column)Numbers(random, attribute.Field, rows) : Words(random, attribute, rows)).ToArray();
        random.Shuffle<Column>(columns);
        return new Table("random", columns, rows);
    }

    private static CardAttribute Attribute(SeededRandom random, string field, bool hasTags, bool hasFigures)
    {
        var missing = new CardBin(CardBinKind.Missing, null, 0, random.Below(3) * 20);
        if (random.Below(2) == 0)
        {
            var ends = Ends.Where(_ => random.Below(2) == 0).ToArray();
            ends = ends.Length == 0 ? [9] : ends;
            var all = ends.Prepend(double.NegativeInfinity).Append(double.PositiveInfinity).ToArray();
            return new CardAttribute(field, Wording.Same(field), null, true, [.. Enumerable.Range(0, all.Length - 1).Select(i => TestCards.Interval(field, all[i], all[i + 1], 0, random.Below(100))), missing]);
        }

        // A column that holds figures as words may be read as numbers.
        var words = hasFigures ? Vocabulary.ToArray() : Vocabulary[..^2];
        random.Shuffle<string>(words);
        var bins = new List<CardBin>();
        for (var at = 0; at < words.Length - 2;)
        {
            var take = 1 + random.Below(3);
            var some = words.Skip(at).Take(take).ToArray();
            bins.Add(new CardBin(CardBinKind.Value, hasTags && random.Below(5) == 0 ? Condition.HasAny(field, ["f", some[0]]) : Condition.OneOf(field, some), 0, random.Below(100)));
            at += take;
        }

        return new CardAttribute(field, Wording.Same(field), null, false, [.. bins, missing, new CardBin(CardBinKind.Other, null, 0)]);
    }

    private static CardLine Line(SeededRandom random, CardAttribute[] attributes, bool hasTags)
    {
        var count = Math.Min(attributes.Length, 2 + random.Below(2));
        var fields = attributes.ToArray();
        random.Shuffle<CardAttribute>(fields);
        return new CardLine(new Conjunction([.. fields.Take(count).Select(attribute => OneCondition(random, attribute, hasTags))]), random.Below(3) == 0, 0, null, 20, 0.001, 40, 30);
    }

    private static Condition OneCondition(SeededRandom random, CardAttribute attribute, bool hasTags)
    {
        if (!attribute.IsNumber)
        {
            return hasTags && random.Below(4) == 0 ? Condition.HasAny(attribute.Field, ["g", "a"]) : Condition.OneOf(attribute.Field, Vocabulary[..^2].Where(_ => random.Below(3) == 0).Append("b"));
        }

        var above = random.Below(4) == 0 ? double.NegativeInfinity : Ends[random.Below(3)] - 1;
        return Condition.Between(attribute.Field, above, Ends[3 + random.Below(4)]);
    }

    private static CardAttribute WithPoints(SeededRandom random, CardAttribute attribute, int most)
    {
        var best = random.Below(attribute.Bins.Count);
        return attribute with { Bins = [.. attribute.Bins.Select((bin, i) => bin with { Points = i == best ? most : random.Below(most + 1) })] };
    }

    /// <summary>Whole numbers ≥ 0 that add up to 100.</summary>
    private static int[] Shares(SeededRandom random, int count)
    {
        var shares = new int[count];
        for (var point = 0; point < 100; point++)
        {
            shares[random.Below(count)]++;
        }

        return shares;
    }

    private static NumberColumn Numbers(SeededRandom random, string field, int rows)
    {
        var values = Enumerable.Range(0, rows).Select(_ => random.Below(6) switch { 0 => double.NaN, 1 => Ends[random.Below(Ends.Length)], 2 => random.Below(1000) / 100.0, _ => random.Below(260) - 5.0 }).ToArray();
        if (random.Below(2) == 0)
        {
            return new NumberColumn(field, values);
        }

        var distinct = values.Where(value => !double.IsNaN(value)).Distinct().Prepend(double.NaN).ToArray();
        return new NumberColumn(field, CodeArray.From([.. values.Select(value => Array.IndexOf(distinct, value))], distinct.Length), distinct);
    }

    private static TextColumn Words(SeededRandom random, CardAttribute attribute, int rows)
    {
        var column = TextColumn.From(attribute.Field, [.. Enumerable.Range(0, rows).Select(_ => random.Below(6) switch { 0 => null, 1 => "never seen", _ => Vocabulary[random.Below(Vocabulary.Length)] })]);
        return new TextColumn(column.Name, column.Codes, column.Dictionary, separator: random.Below(2) == 0 ? ';' : null);
    }
}
