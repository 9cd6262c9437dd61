using Kindred.Core.Accounts;
using Kindred.Core.Conditions;
using Kindred.Core.Standards;

namespace Kindred.Core.Scorecards;

/// <summary>Columns of a flat file about people: who of ours sold (they say nothing about a stranger), and traits of a contact. Both speak through buyability only.</summary>
internal static class PeopleColumns
{
    private static readonly string[] OwnerTerms =
        ["owner", "seller", "salesperson", "sales person", "sales rep", "salesman", "sales agent", "rep", "csm", "account manager", "account executive", "담당", "담당자", "영업 담당", "영업담당", "영업사원", "영업대표", "영업 대표"];

    /// <summary>The columns taken out, in file order; none of an as-of table, which holds company fields only.</summary>
    public static IReadOnlyList<DroppedField> Of(ScorecardRequest request, IReadOnlyList<string> names)
    {
        if (request.View is not null)
        {
            return [];
        }

        var mapping = AccountsModule.Recognise([new SourceTable(request.Table, request.Table.Name, null, [])]).TryGet(out var recognised, out _) ? recognised.Tables[0] : null;
        var left = new List<DroppedField>();
        foreach (var name in names.Where(name => request.Template?.Of(name)?.Category != CardCategory.Buyability))
        {
            var column = mapping?.Columns.FirstOrDefault(each => each.Column == name);
            var words = Spelling.Words(name);
            if (column?.Role == ColumnRole.Owner || Array.Exists(OwnerTerms, term => Spelling.IndexOfTerm(words, term) >= 0))
            {
                left.Add(new DroppedField(name, ScorecardChecks.OwnerColumn(name)));
            }
            else if (IsPerson(mapping?.Kind, column))
            {
                left.Add(new DroppedField(name, ScorecardChecks.PersonColumn(name)));
            }
        }

        return left;
    }

    // In a sheet of leads or contacts every other column is of a person by default: there only what surely names one.
    private static bool IsPerson(TableKind? kind, ColumnMapping? column) =>
        column?.Role is ColumnRole.PersonKey or ColumnRole.Email or ColumnRole.FirstName or ColumnRole.LastName or ColumnRole.Title or ColumnRole.Department
        || (column?.Level == FieldLevel.Person && kind is not (TableKind.Leads or TableKind.People));
}
