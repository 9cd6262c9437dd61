using System.Globalization;
using Kindred.Core.Tables;

namespace Kindred.Core.Conditions;

/// <summary>
/// Conditions as SQL predicates that hold for exactly the rows <see cref="ConditionRows"/> gives. A predicate is true or false, never NULL: NOT (predicate) holds for all other rows, those with missing cells too.
/// A field without a column holds for nothing.
/// </summary>
/// <remarks>Two forms: <see cref="Of(Conjunction, IReadOnlyDictionary{string, SqlColumn}, SqlDialect)"/> with quoted literals, to be shown and exported; <see cref="Filter"/> with parameters, to be run.
/// Words with a NUL character or half of a surrogate pair are stored by no database as text, so they equal nothing.</remarks>
public static class ConditionSql
{
    private const string Nothing = "1 = 0";
    private const string Everything = "1 = 1";

    /// <summary>A conjunction with quoted literals; 1 = 1 for everything.</summary>
    /// <param name="conjunction">What must hold.</param>
    /// <param name="columns">Field → where it lies.</param>
    /// <param name="dialect">Which database.</param>
    public static string Of(Conjunction conjunction, IReadOnlyDictionary<string, SqlColumn> columns, SqlDialect dialect) => Text(conjunction, columns, dialect, asParameters: false).Text;

    /// <summary>One condition with quoted literals.</summary>
    public static string Of(Condition condition, IReadOnlyDictionary<string, SqlColumn> columns, SqlDialect dialect) => Of(new Conjunction([condition]), columns, dialect);

    /// <summary>A conjunction with parameters.</summary>
    /// <exception cref="ArgumentException">The dialect takes none.</exception>
    public static SqlFilter Filter(Conjunction conjunction, IReadOnlyDictionary<string, SqlColumn> columns, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        return dialect.TakesParameters ? Text(conjunction, columns, dialect, asParameters: true) : throw new ArgumentException($"{dialect.Name} takes no parameters here.", nameof(dialect));
    }

    private static SqlFilter Text(Conjunction conjunction, IReadOnlyDictionary<string, SqlColumn> columns, SqlDialect dialect, bool asParameters)
    {
        ArgumentNullException.ThrowIfNull(conjunction);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(dialect);
        var values = new SqlValues(dialect, asParameters);
        var terms = conjunction.Conditions.Select(condition => Term(condition, columns.GetValueOrDefault(condition.Field), dialect, values)).ToList();
        return new SqlFilter(terms.Count == 0 ? Everything : string.Join(" AND ", terms), values.Parameters);
    }

    private static string Term(Condition condition, SqlColumn? column, SqlDialect dialect, SqlValues values)
    {
        if (column is null)
        {
            return Nothing;
        }

        var name = column.In(dialect);
        var holds = column.Type switch
        {
            ColumnType.Number => Number(name, condition, values),
            ColumnType.Date => condition.Op switch
            {
                ConditionOp.Interval => SqlDays.Interval(name, condition, values),
                ConditionOp.HasAny => null,
                _ => SqlDays.AnyOf(name, condition.Values, values),
            },
            _ => Words(name, column, condition, dialect, values),
        };
        return holds is null ? Nothing : "(" + name + " IS NOT NULL AND " + holds + ")";
    }

    private static string? Number(string name, Condition condition, SqlValues values)
    {
        switch (condition.Op)
        {
            case ConditionOp.HasAny:
                return null;
            case ConditionOp.Interval:
                // Both ends, also the open ones: PostgreSQL takes NaN for greater than everything, and infinity up to infinity is inside.
                return name + " > " + values.Number(condition.Above) + " AND " + name + " <= " + values.Number(condition.UpTo);
            default:
                // Sets of ClickHouse tell 0 from -0; its equality does not.
                var wanted = condition.Values
                    .Select(word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)
                    .Where(number => !double.IsNaN(number)).Distinct().ToLookup(number => number == 0);
                var zero = wanted[true].Any() ? name + " = " + values.Number(0) : null;
                var others = wanted[false].Any() ? name + " IN (" + string.Join(", ", wanted[false].Select(values.Number)) + ")" : null;
                return zero is null || others is null ? zero ?? others : "(" + zero + " OR " + others + ")";
        }
    }

    private static string? Words(string name, SqlColumn column, Condition condition, SqlDialect dialect, SqlValues values)
    {
        if (condition.Op == ConditionOp.Interval)
        {
            return null;
        }

        // An empty cell is missing, whether the database holds '' or NULL.
        var isTags = condition.Op == ConditionOp.HasAny && column.Separator is not null;
        var wanted = condition.Values.Where(word => word.Length > 0 && SqlValues.IsStorable(word)).Select(values.Word).ToList();
        if (wanted.Count == 0)
        {
            return null;
        }

        var list = string.Join(", ", wanted);
        return isTags
            ? string.Format(CultureInfo.InvariantCulture, dialect.Tags, name + dialect.Collation, dialect.Literal(Separator(column)), list, dialect.TrimSet)
            : name + dialect.Collation + " IN (" + list + ")";
    }

    /// <summary>SQLite splits a cell by way of JSON: a separator must not be a character that JSON escapes or escapes with.</summary>
    private static string Separator(SqlColumn column)
    {
        var separator = column.Separator!.Value;
        return char.IsLetterOrDigit(separator) || char.IsControl(separator) || char.IsSurrogate(separator) || separator is '"' or '\\'
            ? throw new ArgumentException($"Column '{column.Name}': SQL does not split by this separator.", nameof(column))
            : separator.ToString();
    }
}
