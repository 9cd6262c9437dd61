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
