using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Profiles;
using Kindred.Web.Shell;

namespace Kindred.Web.Patterns;

/// <summary>What is put together, as it stands in the address: f1, w1 (several), from1, to1, f2, ….</summary>
/// <param name="Rows">At most four; rows without a field are left out.</param>
public sealed record BuilderQuery(IReadOnlyList<BuilderRow> Rows)
{
    /// <summary>From a query.</summary>
    public static BuilderQuery Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var rows = new List<BuilderRow>();
        for (var number = 1; number <= ConditionTrial.MostConditions; number++)
        {
            var name = Format.Whole(number);
            if (query["f" + name].ToString() is { Length: > 0 } field && rows.TrueForAll(row => row.Field != field))
            {
                rows.Add(new BuilderRow(field, [.. query["w" + name].OfType<string>().Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)], Number(query["from" + name]), Number(query["to" + name])));
            }
        }

        return new BuilderQuery(rows);
    }

    /// <summary>From conditions of a profile.</summary>
    public static BuilderQuery Of(IEnumerable<ConditionText> conditions) =>
        new([.. conditions.Select(condition => condition.ToCondition()).OfType<Condition>().Take(ConditionTrial.MostConditions).Select(condition => condition.Op == ConditionOp.Interval
            ? new BuilderRow(condition.Field, [], double.IsInfinity(condition.Above) ? null : condition.Above == Math.Floor(condition.Above) ? condition.Above + 1 : condition.Above, double.IsInfinity(condition.UpTo) ? null : condition.UpTo)
            : new BuilderRow(condition.Field, condition.Values, null, null))]);

    /// <summary>The conditions; rows that say nothing yet are left out.</summary>
    public Conjunction Conditions(ConditionTrial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return new Conjunction([.. Rows.Select(row => trial.Fields.FirstOrDefault(choice => choice.Field.Name == row.Field) is { } choice ? choice.IsNumber ? choice.Between(row.From, row.To) : choice.With(row.Words) : null).OfType<Condition>()]);
    }

    /// <summary>Address of the builder with these conditions.</summary>
    public string Url(string workspace)
    {
        var query = new List<(string, string?)>();
        for (var at = 0; at < Rows.Count; at++)
        {
            var (row, number) = (Rows[at], Format.Whole(at + 1));
            query.Add(("f" + number, row.Field));
            query.AddRange(row.Words.Select(word => ("w" + number, (string?)word)));
            query.Add(("from" + number, row.From is { } from ? Format.Number(from) : null));
            query.Add(("to" + number, row.To is { } to ? Format.Number(to) : null));
        }

        return Urls.With(Urls.PatternBuilder(workspace), [.. query]);
    }

    private static double? Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}

/// <summary>One condition of the builder.</summary>
/// <param name="Field">Field.</param>
/// <param name="Words">Words chosen.</param>
/// <param name="From">Smallest number, or null.</param>
/// <param name="To">Largest number, or null.</param>
public sealed record BuilderRow(string Field, IReadOnlyList<string> Words, double? From, double? To);
