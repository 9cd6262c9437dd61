using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Standards;
using Kindred.Core.Tables;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Reviews;

/// <summary>The fields a review looks at: those of the card and of the core, country with sector; without either the best covered ones.</summary>
internal static class ReviewFields
{
    private const int Most = 12;
    private const double LeastCoverage = 0.5;

    /// <summary>A column made ready: a level for each row, or a number.</summary>
    /// <param name="Field">Key.</param>
    /// <param name="Label">For people.</param>
    /// <param name="Codes">Level of each row; null for numbers.</param>
    /// <param name="Levels">Words of each level.</param>
    /// <param name="Values">Numbers, NaN where missing; null for categories.</param>
    internal sealed record Prepared(string Field, Wording Label, int[]? Codes, IReadOnlyList<Wording> Levels, double[]? Values);

    public static IReadOnlyList<Prepared> Of(DraftReviewRequest request, AsOfTable view)
    {
        var core = (request.Profile?.Core?.Conditions ?? []).Select(condition => condition.ToCondition()).OfType<Condition>().ToArray();
        string[] wanted = [.. (request.Card?.Attributes.Select(attribute => attribute.Field) ?? []).Concat(core.Select(condition => condition.Field)).Distinct(StringComparer.Ordinal)];
        var known = view.Fields.Where(field => field.Level == FieldLevel.Company && view.Table.Find(field.Name) is not null).ToArray();
        var chosen = known.Where(field => wanted.Contains(field.Name)).OrderBy(field => Array.IndexOf(wanted, field.Name)).Take(Most).ToList();
        if (chosen.Count == 0)
        {
            chosen = [.. known.Select(field => (Field: field, Coverage: Coverage(view.Table.Find(field.Name)!))).Where(pair => pair.Coverage >= LeastCoverage && pair.Field.Name != "city").OrderByDescending(pair => pair.Coverage).Select(pair => pair.Field).Take(Most)];
        }

        var made = chosen.Select(field => Make(field, view.Table.Find(field.Name)!, core)).OfType<Prepared>().ToList();
        if (Crossed(view) is { } crossed)
        {
            made.Add(crossed);
        }

        return made;
    }

    private static double Coverage(Column column) => column.Length == 0 ? 0 : Enumerable.Range(0, column.Length).Count(row => !column.IsMissing(row)) / (double)column.Length;

    private static Prepared? Make(Field field, Column column, Condition[] core)
    {
        if (column is NumberColumn numbers)
        {
            return new Prepared(field.Name, field.Label, null, [], [.. numbers.ToArray().Select(value => double.IsFinite(value) ? value : double.NaN)]);
        }

        if (column is not TextColumn text)
        {
            return null;
        }

        // A cell of several words is no level; whether it meets the core's condition is one.
        if (text.Separator is not null)
        {
            if (core.FirstOrDefault(condition => condition.Field == field.Name) is not { } condition)
            {
                return null;
            }

            var rows = ConditionRows.Of(new Table("one", [text]), condition);
            var words = new Wording(ConditionWording.Of(new Conjunction([condition]), Language.Korean), ConditionWording.Of(new Conjunction([condition]), Language.English));
            return new Prepared(field.Name, field.Label, [.. Enumerable.Range(0, text.Length).Select(row => text.IsMissing(row) ? 0 : RowBits.Has(rows, row) ? 1 : 2)], [Unknown, words, new Wording("그 밖", "others")], null);
        }

        return new Prepared(field.Name, field.Label, [.. Enumerable.Range(0, text.Length).Select(row => text.IsMissing(row) ? 0 : text.Codes[row])], [.. text.Dictionary.Select((word, code) => code == 0 ? Unknown : LevelWords.Of(field.Name, word))], null);
    }

    private static Prepared? Crossed(AsOfTable view)
    {
        if (view.Table.Find("country") is not TextColumn country || (view.Table.Find("sector") ?? view.Table.Find("industry")) is not TextColumn sector || country.Dictionary.Length < 3)
        {
            return null;
        }

        var levels = new List<Wording> { Unknown };
        var codes = new Dictionary<(int, int), int>();
        var made = new int[country.Length];
        for (var row = 0; row < made.Length; row++)
        {
            if (country.IsMissing(row) || sector.IsMissing(row))
            {
                continue;
            }

            var pair = (country.Codes[row], sector.Codes[row]);
            if (!codes.TryGetValue(pair, out var code))
            {
                codes[pair] = code = levels.Count;
                var (first, second) = (LevelWords.Of("country", country.Dictionary[pair.Item1]), LevelWords.Of(sector.Name, sector.Dictionary[pair.Item2]));
                levels.Add(new Wording(first.Ko + " " + second.Ko, first.En + " " + second.En));
            }

            made[row] = code;
        }

        return new Prepared("country × " + sector.Name, new Wording("국가와 업종", "country and sector"), made, levels, null);
    }

    private static Wording Unknown { get; } = new("모름", "unknown");
}
