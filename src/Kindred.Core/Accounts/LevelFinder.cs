using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Standards;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Says what a column describes: by its role, by words of its name (column-levels.csv), else by the kind of its table.</summary>
internal static class LevelFinder
{
    private static readonly Lazy<(FieldLevel Level, Wording Why, string[] Terms)[]> Lexicon = new(() => [.. ReferenceFile.Rows("column-levels.csv")
        .Select(row => (Enum.Parse<FieldLevel>(row[0]), new Wording(row[1], row[2]), row[3].Split('|')))]);

    private static readonly Wording Identifier = new("회사를 가리키는 값이에요", "names the company");

    public static (FieldLevel Level, Wording Why) Of(TableKind kind, ColumnRole role, Column column, bool customersArePeople)
    {
        if (ByRole(role) is { } known)
        {
            return known;
        }

        if (ByKind(kind) is { } whole)
        {
            return whole;
        }

        if (column is DateColumn || ReadHeadcounts.DayOf(column.Name) is not null)
        {
            return (FieldLevel.Calendar, Why(FieldLevel.Calendar));
        }

        var words = HeaderWords.Words(column.Name);
        foreach (var (level, why, terms) in Lexicon.Value)
        {
            if (customersArePeople && level is FieldLevel.Person or FieldLevel.Channel)
            {
                continue; // In a sheet of people "gender" or "partner" describes the customer.
            }

            if (level == FieldLevel.Calendar && kind is TableKind.Companies && words.Contains(' ', StringComparison.Ordinal))
            {
                continue; // "Fiscal year end" describes the company; "month" alone does not.
            }

            if (Array.Exists(terms, term => Spelling.IndexOfTerm(words, term) >= 0))
            {
                return (level, why);
            }
        }

        return kind switch
        {
            TableKind.Deals => (FieldLevel.Deal, new Wording("딜 파일에만 있는 값이라 딜을 설명한다고 봐요", "stands in the deals file only, so it is taken to describe the deal")),
            TableKind.Leads or TableKind.People => (FieldLevel.Person, Why(FieldLevel.Person)),
            TableKind.Wide when customersArePeople => (FieldLevel.Company, new Wording("한 줄이 고객 한 명이라 고객을 설명하는 값으로 봐요", "each row is one customer, so it is taken to describe the customer")),
            _ => (FieldLevel.Company, new Wording("회사 파일에 있는 값이라 회사를 설명한다고 봐요", "stands in the companies file, so it is taken to describe the company")),
        };
    }

    private static (FieldLevel, Wording)? ByRole(ColumnRole role) => role switch
    {
        ColumnRole.None or ColumnRole.Count => null,
        ColumnRole.Key or ColumnRole.Name or ColumnRole.CompanyKey or ColumnRole.CompanyName or ColumnRole.BusinessNumber or ColumnRole.Domain or ColumnRole.Address
            or ColumnRole.DealKey or ColumnRole.SubscriptionKey => (FieldLevel.Company, Identifier),
        ColumnRole.Country or ColumnRole.State or ColumnRole.City or ColumnRole.Industry or ColumnRole.Naics or ColumnRole.Ksic or ColumnRole.Employees or ColumnRole.Revenue
            or ColumnRole.Founded or ColumnRole.FundingStage or ColumnRole.Technologies => (FieldLevel.Company, Why(FieldLevel.Company)),
        ColumnRole.PersonKey or ColumnRole.Email or ColumnRole.FirstName or ColumnRole.LastName or ColumnRole.Title or ColumnRole.Department => (FieldLevel.Person, Why(FieldLevel.Person)),
        ColumnRole.Source => (FieldLevel.Channel, Why(FieldLevel.Channel)),
        ColumnRole.CreatedOn or ColumnRole.StartedOn or ColumnRole.On => (FieldLevel.Calendar, Why(FieldLevel.Calendar)),
        ColumnRole.Owner or ColumnRole.Amount or ColumnRole.SupplyAmount or ColumnRole.TotalAmount or ColumnRole.MonthlyAmount or ColumnRole.AnnualAmount or ColumnRole.Currency
            or ColumnRole.Interval or ColumnRole.Pipeline or ColumnRole.DealType or ColumnRole.Plan or ColumnRole.Seats or ColumnRole.IsTrial => (FieldLevel.Deal, Why(FieldLevel.Deal)),
        ColumnRole.Lifecycle or ColumnRole.Stage or ColumnRole.Status or ColumnRole.IsWon or ColumnRole.IsClosed or ColumnRole.IsLost or ColumnRole.ClosedOn or ColumnRole.EndedOn
            or ColumnRole.PaidOn or ColumnRole.DueOn or ColumnRole.Reason or ColumnRole.Outcome or ColumnRole.IsConverted or ColumnRole.Satisfaction => (FieldLevel.AfterOutcome, Why(FieldLevel.AfterOutcome)),
        _ => null,
    };

    private static (FieldLevel, Wording)? ByKind(TableKind kind) => kind switch
    {
        TableKind.Subscriptions or TableKind.Invoices or TableKind.Usage or TableKind.Tickets or TableKind.Cancellations =>
            (FieldLevel.AfterOutcome, new Wording("고객이 된 뒤에 생기는 기록이에요", "comes from records that exist only once a company is a customer")),
        TableKind.StageHistory or TableKind.Activities or TableKind.DocumentVisits => (FieldLevel.AfterOutcome, new Wording("영업이 진행되면서 생기는 기록이에요", "comes from records written while the deal goes on")),
        TableKind.Costs => (FieldLevel.Channel, Why(FieldLevel.Channel)),
        TableKind.Owners => (FieldLevel.Deal, Why(FieldLevel.Deal)),
        TableKind.Signals or TableKind.Headcounts or TableKind.Technologies => (FieldLevel.Company, Why(FieldLevel.Company)),
        _ => null,
    };

    private static Wording Why(FieldLevel level) => Lexicon.Value.First(entry => entry.Level == level).Why;
}
