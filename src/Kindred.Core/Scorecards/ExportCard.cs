using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Tables;

namespace Kindred.Core.Scorecards;

/// <summary>A card for use elsewhere: as SQL and as spreadsheet formulas. Both give the score that <see cref="ScoreTable"/> gives.</summary>
public static class ExportCard
{
    /// <summary>Separator of multi-value cells when nobody says another.</summary>
    public const char TagSeparator = ';';

    /// <summary>One SQL expression: the score of a row, a whole number 0–100.</summary>
    /// <param name="card">The card.</param>
    /// <param name="dialect">Which database.</param>
    /// <param name="columns">Where fields lie; null: columns of the card's own names, words as text, numbers as doubles. Questions that no table has a column for count as unknown.</param>
    public static string SqlExpression(Scorecard card, SqlDialect dialect, IReadOnlyDictionary<string, SqlColumn>? columns = null)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(dialect);
        var plan = new CardPlan(card);
        columns ??= Columns(plan);
        var sql = new StringBuilder();
        foreach (var field in plan.Fields.Where(field => field.Attribute is not null))
        {
            sql.Append(sql.Length == 0 ? "  " : "\n  + ").Append(Attribute(field, dialect, columns));
        }

        foreach (var line in card.Lines)
        {
            var (holds, not) = (Format.Whole(CardPlan.PointsOf(line, true)), Format.Whole(CardPlan.PointsOf(line, false)));
            sql.Append("\n  + CASE WHEN ").Append(ConditionSql.Of(line.Conditions, columns, dialect)).Append(" THEN ").Append(holds).Append(" ELSE ").Append(not).Append(" END");
        }

        return sql.ToString();
    }

    /// <summary>A whole query: every column of a table and the score as <c>kindred_score</c>, headed by what card it is and that a trial card is one.</summary>
    public static string SqlQuery(Scorecard card, SqlDialect dialect, string table, IReadOnlyDictionary<string, SqlColumn>? columns = null)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(dialect);
        var text = new StringBuilder();
        foreach (var line in Heading(card))
        {
            // A line break in a name must not end the comment.
            text.Append("-- ").Append(line.ReplaceLineEndings(" ")).Append('\n');
        }

        return text.Append("SELECT ").Append(dialect.Identifier(table)).Append(".*, (\n").Append(SqlExpression(card, dialect, columns)).Append("\n) AS kindred_score\nFROM ").Append(dialect.Identifier(table)).Append(";\n").ToString();
    }

    /// <summary>Formulas for spreadsheets: values of a lead in one row, one column a field of the card.</summary>
    public static CardFormulas Formulas(Scorecard card, int row = 2)
    {
        ArgumentNullException.ThrowIfNull(card);
        return CardFormulas.Of(new CardPlan(card), row);
    }

    /// <summary>Name, version, id and state, as every export bears them.</summary>
    public static IReadOnlyList<string> Heading(Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var lines = new List<string> { $"Kindred scorecard {card.Name} v{Format.Whole(card.Version)}, cut {Format.Whole(card.Cut)}, id {CardFile.Id(card)}" };
        if (CardWords.Notice(card.State) is { } notice)
        {
            lines.Add(notice.En + " / " + notice.Ko);
        }

        return lines;
    }

    private static Dictionary<string, SqlColumn> Columns(CardPlan plan) => plan.Fields.Where(field => !field.IsOnlyAsked)
        .ToDictionary(field => field.Name, field => new SqlColumn(field.Name, field.IsNumber ? ColumnType.Number : ColumnType.Text, field.UsesTags ? TagSeparator : null), StringComparer.Ordinal);

    private static string Attribute(PlanField field, SqlDialect dialect, IReadOnlyDictionary<string, SqlColumn> columns)
    {
        var missing = Format.Whole(field.Missing.Points);
        if (columns.GetValueOrDefault(field.Name) is not { } column)
        {
            return missing;
        }

        var sql = new StringBuilder("CASE");
        foreach (var bin in field.Attribute!.Bins.Where(bin => bin.Condition is not null))
        {
            sql.Append("\n    WHEN ").Append(ConditionSql.Of(bin.Condition!, columns, dialect)).Append(" THEN ").Append(Format.Whole(bin.Points));
        }

        var other = field.Attribute.Bins.FirstOrDefault(bin => bin.Kind == CardBinKind.Other);
        if (other is not null)
        {
            var name = column.In(dialect);
            sql.Append("\n    WHEN ").Append(name).Append(" IS NULL").Append(column.Type == ColumnType.Text ? " OR " + name + " = ''" : "").Append(" THEN ").Append(missing);
        }

        return sql.Append("\n    ELSE ").Append(other is null ? missing : Format.Whole(other.Points)).Append("\n  END").ToString();
    }
}
