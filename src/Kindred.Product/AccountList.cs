using System.Text;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Standards;
using Kindred.Core.Tables;
using Kindred.Files.Writing;

namespace Kindred.Product;

/// <summary>Lists of companies and of rejected rows as CSV that no spreadsheet takes for formulas.</summary>
public static class AccountList
{
    /// <summary>All companies, or only core and adjacent ones that are not customers.</summary>
    public static string Csv(BuildResult built, bool onlyTargets)
    {
        ArgumentNullException.ThrowIfNull(built);
        return Csv(built.Facts, built.Accounts, onlyTargets);
    }

    /// <summary>The same for companies that were sorted already.</summary>
    public static string Csv(AccountFacts facts, IReadOnlyList<ClassifiedAccount> accounts, bool onlyTargets)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(accounts);
        var states = accounts.Where(account => !onlyTargets || IsTarget(account))
            .OrderBy(account => onlyTargets ? account.State : 0).ThenBy(account => account.Unknown.Count + account.Differing.Count).ThenBy(account => account.Account);
        return Text(["company_id", "company", "domain", "state", "differs", "unknown", "customer"], states.Select(account =>
        {
            var company = facts.Companies[account.Account];
            return (IReadOnlyList<string?>)[company.Key, company.Name, company.Domain ?? "", WriteProfile.StateCode(account.State), string.Join("; ", account.Differing), string.Join("; ", account.Unknown), account.IsCustomer ? "yes" : "no"];
        }));
    }

    /// <summary>Companies that were found by a filter, with what the list shows of them.</summary>
    public static string Csv(WorkspaceSnapshot snapshot, AccountIndex index, IReadOnlyList<int> accounts, Language language)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(index);
        var facts = snapshot.Facts ?? throw new ArgumentException("The workspace has no companies.", nameof(snapshot));
        return Text(["company_id", "company", "domain", "business_number", "state", "customer", "industry", "country", "employees", "employees_band", "revenue_band", "created", "value", "currency"], accounts.Select(account =>
        {
            var company = facts.Companies[account];
            return (IReadOnlyList<string?>)[company.Key, company.Name, company.Domain, company.BusinessNumber, index.StateOf(account) is { } state ? WriteProfile.StateCode(state) : "", index.IsCustomer(account) ? "yes" : "no",
                company.Industry?.Sector.Label.In(language) ?? company.IndustryText, company.Place.Country?.Iso2, double.IsNaN(company.Employees) ? "" : Format.Number(company.Employees), index.Bands.EmployeesOf(company)?.Label.In(language), index.Bands.RevenueOf(company)?.Label.In(language),
                company.CreatedOn is { } on ? Format.Date(on) : "", double.IsNaN(index.ValueOf(account)) ? "" : Format.Number(Math.Round(index.ValueOf(account), 2)), double.IsNaN(index.ValueOf(account)) ? "" : index.Currency];
        }));
    }

    /// <summary>Every rejected row with its file, line, reason and text; resident registration numbers in it are masked.</summary>
    public static string Rejects(SourceReading reading, Language language) => Rejects(reading.Rejects, language);

    /// <summary>The same for the rejects of one file, written to a path.</summary>
    public static void WriteRejects(string path, string file, IReadOnlyList<Reject> rejects, Language language) => ProfileFolder.Put(path, Rejects(rejects.Select(reject => (file, reject)), language));

    /// <summary>The same for rejects with the file of each.</summary>
    public static string Rejects(IEnumerable<(string File, Reject Reject)> rejects, Language language) =>
        Text(["file", "line", "code", "reason", "text"], rejects.Select(entry => (IReadOnlyList<string?>)[entry.File, Format.Whole(entry.Reject.RowNumber), entry.Reject.Reason.Code, ResidentNumber.Masked(entry.Reject.Reason.Message.In(language)), ResidentNumber.Masked(entry.Reject.RawText)]));

    private static bool IsTarget(ClassifiedAccount account) => !account.IsCustomer && account.State is (AccountState.Core or AccountState.Adjacent);

    private static string Text(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var stream = new MemoryStream();
        SafeCsv.Write(stream, header, rows);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
