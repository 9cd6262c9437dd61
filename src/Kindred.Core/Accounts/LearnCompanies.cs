using Kindred.Core.Standards;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Second pass: takes what rows say about their company (companies files first, then wide sheets, deals, leads); the first value stays, later contradictions are counted.</summary>
internal static class LearnCompanies
{
    public static void Run(IEnumerable<PlacedRows> placed, AccountBook book)
    {
        foreach (var kind in new[] { TableKind.Companies, TableKind.Wide, TableKind.Deals, TableKind.Leads })
        {
            foreach (var rows in placed.Where(rows => rows.Kind == kind))
            {
                Learn(rows, book);
            }
        }
    }

    private static void Learn(PlacedRows rows, AccountBook book)
    {
        Cells country = rows.Text(ColumnRole.Country), state = rows.Text(ColumnRole.State), city = rows.Text(ColumnRole.City), address = rows.Text(ColumnRole.Address);
        Cells industry = rows.Text(ColumnRole.Industry), naics = rows.Text(ColumnRole.Naics), ksic = rows.Text(ColumnRole.Ksic), funding = rows.Text(ColumnRole.FundingStage);
        Cells founded = rows.Dates(ColumnRole.Founded), created = rows.Dates(ColumnRole.CreatedOn, ColumnRole.StartedOn), technologies = rows.Text(ColumnRole.Technologies);
        var employees = HeadCounts(rows.Column(ColumnRole.Employees));
        var revenue = rows.Money(ColumnRole.Revenue);
        var isCompanyRow = rows.Kind is TableKind.Companies or TableKind.Wide;
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows.Accounts[row] < 0)
            {
                continue;
            }

            var draft = book.Accounts[rows.Accounts[row]];
            Take(book, "country", draft.Country, country.TextOrNull(row), value => draft.Country = value);
            draft.State ??= state.TextOrNull(row) ?? (address.TextOrNull(row) is { } street && KoreanRegions.Read(street) is not null ? street : null);
            draft.City ??= city.TextOrNull(row);
            Take(book, "industry", draft.IndustryText, industry.TextOrNull(row), value => draft.IndustryText = value);
            draft.Naics ??= naics.TextOrNull(row);
            draft.Ksic ??= ksic.TextOrNull(row);
            draft.FundingStage ??= funding.TextOrNull(row);
            draft.Founded ??= founded.Date(row)?.Year;
            draft.Revenue ??= revenue.At(row);
            if (employees is not null && employees(row) is var count && !double.IsNaN(count))
            {
                if (draft.Employees > 0 && count > 0 && (count > draft.Employees * 2 || count * 2 < draft.Employees))
                {
                    book.Conflicts["employees"] = book.Conflicts.GetValueOrDefault("employees") + 1;
                }

                draft.Employees = double.IsNaN(draft.Employees) ? count : draft.Employees;
            }

            if (technologies.Text(row) is { Length: > 0 } words)
            {
                draft.Technologies ??= [];
                draft.Technologies.AddRange(words.Split([';', ',', '|', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(TechnologyName.Read).Where(word => !draft.Technologies.Contains(word)));
            }

            if (isCompanyRow)
            {
                draft.CreatedOn ??= created.Date(row);
                draft.IsListed = true;
            }
        }
    }

    private static void Take(AccountBook book, string field, string? before, string? now, Action<string> set)
    {
        if (now is null)
        {
            return;
        }

        if (before is null)
        {
            set(now);
        }
        else if (!string.Equals(before, now, StringComparison.OrdinalIgnoreCase) && Differs(field, before, now))
        {
            book.Conflicts[field] = book.Conflicts.GetValueOrDefault(field) + 1;
        }
    }

    private static bool Differs(string field, string before, string now) => field == "country"
        ? Country.Read(before)?.Iso2 != Country.Read(now)?.Iso2
        : IndustryReader.Read(before)?.Sector != IndustryReader.Read(now)?.Sector;

    internal static Func<int, double>? HeadCounts(Column? column)
    {
        if (column is NumberColumn numbers)
        {
            return row => numbers[row] >= 0 ? numbers[row] : double.NaN;
        }

        if (column is not TextColumn text)
        {
            return null;
        }

        var counts = text.Dictionary.Select((word, code) => text.IsPlaceholder(code) ? double.NaN : EmployeeRange.Read(word)?.Middle ?? double.NaN).ToArray();
        return row => counts[text.Codes[row]];
    }
}
