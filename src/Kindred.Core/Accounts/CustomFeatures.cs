using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Company-level columns without a standard meaning, under their own headers; and every other column with the reason it stays out.</summary>
internal static class CustomFeatures
{
    private static readonly TableKind[] Carriers = [TableKind.Companies, TableKind.Wide, TableKind.Deals];

    /// <summary>Roles that <see cref="CompanyFeatures"/> and <see cref="DatedFeatures"/> read.</summary>
    private static readonly ColumnRole[] Standard =
    [
        ColumnRole.Industry, ColumnRole.Naics, ColumnRole.Ksic, ColumnRole.Employees, ColumnRole.Revenue, ColumnRole.Country, ColumnRole.State, ColumnRole.City, ColumnRole.Founded, ColumnRole.FundingStage,
        ColumnRole.Technologies,
    ];

    public static (List<Feature> Features, List<DroppedField> Dropped) Make(AccountFacts facts, DecisionRows rows, string? outcomeColumn)
    {
        var features = new List<Feature>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var dropped = new List<DroppedField>();
        for (var table = 0; table < facts.Placed.Count; table++)
        {
            var placed = facts.Placed[table];
            foreach (var mapping in placed.Mapping.Columns)
            {
                var source = placed.Source.Name + ": " + mapping.Column;
                if (source == outcomeColumn)
                {
                    dropped.Add(new DroppedField(mapping.Column, Reason("accounts.defines-the-outcome", source, new Wording("이 열이 결과예요.", "This column is the outcome."))));
                }
                else if (mapping.Level != FieldLevel.Company)
                {
                    dropped.Add(new DroppedField(mapping.Column, Reason(Code(mapping.Level), source, new Wording("'" + mapping.Column + "': " + mapping.Why.Ko + ".", "'" + mapping.Column + "' " + mapping.Why.En + "."))));
                }
                else if (mapping.Role is ColumnRole.Key or ColumnRole.Name or ColumnRole.CompanyKey or ColumnRole.CompanyName or ColumnRole.BusinessNumber or ColumnRole.Domain or ColumnRole.Address)
                {
                    dropped.Add(new DroppedField(mapping.Column, Reason("accounts.identifier", source, new Wording("'" + mapping.Column + "'은(는) 회사를 가리키는 값이에요.", "'" + mapping.Column + "' names the company."))));
                }
                else if (!Standard.Contains(mapping.Role) && Carriers.Contains(placed.Mapping.Kind) && placed.Source.Table.Find(mapping.Column) is { } column)
                {
                    var name = names.Add(mapping.Column) ? mapping.Column : source;
                    features.Add(new Feature(new Field(name, Wording.Same(mapping.Column), FieldLevel.Company, null, source), Pick(column, Rows(facts, rows, table, column)).Renamed(name)));
                }
            }
        }

        return (features, dropped);
    }

    /// <summary>Per decision the row that holds its value: the decision's own row where it stands in this table, else the first filled row of the account; -1 when there is none.</summary>
    private static int[] Rows(AccountFacts facts, DecisionRows rows, int table, Column column)
    {
        var own = rows.Sources.Exists(source => source.Table == table);
        var picked = new int[rows.Count];
        if (own && facts.Placed[table].Mapping.Kind != TableKind.Companies)
        {
            for (var i = 0; i < picked.Length; i++)
            {
                picked[i] = rows.Sources[i].Table == table ? rows.Sources[i].Row : -1;
            }

            return picked;
        }

        if (facts.Placed[table].Mapping.Kind == TableKind.Deals)
        {
            Array.Fill(picked, -1); // What one deal says of the company must not leak into another.
            return picked;
        }

        var first = new int[facts.Companies.Count];
        Array.Fill(first, -1);
        var accounts = facts.Placed[table].Accounts;
        for (var row = 0; row < accounts.Length; row++)
        {
            if (accounts[row] >= 0 && (first[accounts[row]] < 0 || (column.IsMissing(first[accounts[row]]) && !column.IsMissing(row))))
            {
                first[accounts[row]] = row;
            }
        }

        for (var i = 0; i < picked.Length; i++)
        {
            picked[i] = first[rows.Accounts[i]];
        }

        return picked;
    }

    private static Column Pick(Column column, int[] rows)
    {
        if (Array.TrueForAll(rows, row => row >= 0))
        {
            return column.Take(rows);
        }

        switch (column)
        {
            case NumberColumn numbers:
                return new NumberColumn(column.Name, [.. rows.Select(row => row < 0 ? double.NaN : numbers[row])], numbers.Currency);
            case TextColumn text:
                var codes = rows.Select(row => row < 0 ? 0 : text.Codes[row]).ToArray();
                var placeholders = Enumerable.Range(1, text.Dictionary.Length - 1).Where(text.IsPlaceholder).ToArray();
                return new TextColumn(column.Name, CodeArray.From(codes, text.Dictionary.Length), text.Dictionary, text.Type, placeholders, text.Separator);
            default:
                return new DateColumn(column.Name, [.. rows.Select(row => row < 0 ? DateColumn.Missing : ((DateColumn)column)[row])]);
        }
    }

    private static string Code(FieldLevel level) => level switch
    {
        FieldLevel.Person => "accounts.person",
        FieldLevel.Deal => "accounts.deal",
        FieldLevel.Channel => "accounts.channel",
        FieldLevel.AfterOutcome => "accounts.after-the-outcome",
        _ => "accounts.calendar",
    };

    private static Reason Reason(string code, string subject, Wording message) => new(code, subject, message);
}
