using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>People our own links captured as a table of leads beside the imported ones: matched to contacts and companies by address, domain and name like every other row, and never a record of their own where one is known.</summary>
public static class CapturedLeads
{
    /// <summary>Name the table bears.</summary>
    public const string FileName = "readers of our links";

    private static readonly (string Header, ColumnRole Role, FieldLevel Level, Func<CapturedLead, string> Cell)[] Columns =
    [
        ("Email", ColumnRole.Email, FieldLevel.Person, lead => lead.Email),
        ("Name", ColumnRole.Name, FieldLevel.Person, lead => lead.Name),
        ("Company", ColumnRole.CompanyName, FieldLevel.Company, lead => lead.Company),
        ("Created", ColumnRole.CreatedOn, FieldLevel.Calendar, lead => Format.Date(lead.On)),
        ("Source", ColumnRole.Source, FieldLevel.Channel, lead => lead.Source),
    ];

    /// <summary>The table and what it means; null where nobody was captured.</summary>
    /// <param name="leads">Who was.</param>
    public static (SourceTable Table, TableMapping Mapping)? Of(IReadOnlyList<CapturedLead> leads)
    {
        ArgumentNullException.ThrowIfNull(leads);
        if (leads.Count == 0)
        {
            return null;
        }

        var why = new Wording("우리 링크에서 직접 남긴 것이에요.", "Left by the reader at our own link.");
        Column[] columns = [.. Columns.Select(column => column.Role == ColumnRole.CreatedOn
            ? (Column)new DateColumn(column.Header, [.. leads.Select(lead => lead.On.ToDateTime(TimeOnly.MinValue).Ticks)])
            : TextColumn.From(column.Header, [.. leads.Select(lead => (string?)column.Cell(lead))]))];
        return (new SourceTable(new Table(FileName, columns, leads.Count), FileName, null, []) { IsCaptured = true },
            new TableMapping(FileName, TableKind.Leads, 1, [], [.. Columns.Select(column => new ColumnMapping(column.Header, column.Role, 1, column.Level, why))]));
    }
}
