using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Success;
using Kindred.Files.Writing;

namespace Kindred.Product;

/// <summary>What each team takes away, as CSV that no spreadsheet takes for formulas: sales renewals and firms to win back, marketing stories, product the health of every customer.</summary>
public static class SuccessLists
{
    /// <summary>Names of the lists.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sales", "marketing", "product", "tasks"];

    /// <summary>One list; null for a name there is not.</summary>
    public static string? Csv(WorkspaceSnapshot snapshot, SuccessStudy study, string name)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(study);
        return name switch
        {
            "sales" => Write(["kind", "company_id", "company", "state", "date", "monthly_" + study.Currency.ToLowerInvariant(), "tier", "health", "leaves_within_90_days", "why"], Sales(snapshot, study)),
            "marketing" => Write(["kind", "company_id", "company", "state", "why"], study.Stories.Select(story => Company(story.IsTold ? "story" : "candidate", snapshot, story.Account, string.Join("; ", story.Facts.Select(fact => fact.En))))),
            "product" => Write(["company_id", "company", "tier", "health", "health_low", "health_high", .. HealthWeights.Factors.Select(factor => HealthWeights.Id(factor).Replace('-', '_')), "key_feature_trend", "silent_since", "leaves_within_90_days", "low", "high", "why"], Product(snapshot, study)),
            "tasks" => Write(["due", "company_id", "company", "tier", "task", "what", "why"], study.Tasks.Select(task => (IReadOnlyList<string?>)[Format.Date(task.DueOn), Key(snapshot, task.Account), Name(snapshot, task.Account), task.Tier.ToString(), task.Id, task.What.En, task.Why.En])),
            _ => null,
        };
    }

    private static IEnumerable<IReadOnlyList<string?>> Sales(WorkspaceSnapshot snapshot, SuccessStudy study)
    {
        foreach (var renewal in study.Renewals.SelectMany(month => month.Renewals).OrderBy(renewal => renewal.On))
        {
            var customer = study.Find(renewal.Account)!;
            yield return ["renewal", Key(snapshot, renewal.Account), Name(snapshot, renewal.Account), State(snapshot, renewal.Account), Format.Date(renewal.On), Amount(renewal.Monthly, study.Currency), customer.Place.Tier.ToString(), Points(customer.Health.Total), Rate(customer.Risk?.Probability), renewal.IsStated ? "contract end" : "anniversary"];
        }

        foreach (var returner in study.Returners)
        {
            yield return ["win-back", Key(snapshot, returner.Account), Name(snapshot, returner.Account), State(snapshot, returner.Account), Format.Date(returner.LeftOn), "", "", "", "", string.Join("; ", returner.Changes.Select(change => change.En))];
        }
    }

    private static IEnumerable<IReadOnlyList<string?>> Product(WorkspaceSnapshot snapshot, SuccessStudy study) => study.Customers.Select(customer => (IReadOnlyList<string?>)[
        Key(snapshot, customer.Account), Name(snapshot, customer.Account), customer.Place.Tier.ToString(), Points(customer.Health.Total), Format.Fixed(customer.Health.Low, 1), Format.Fixed(customer.Health.High, 1),
        .. customer.Health.Factors.Select(factor => factor.Score is { } score ? Format.Fixed(score, 3) : ""), customer.Trend is { } trend ? Format.Fixed(trend, 3) : "", customer.SilentSince is { } since ? Format.Date(since) : "",
        Rate(customer.Risk?.Probability), Rate(customer.Risk?.Low), Rate(customer.Risk?.High), string.Join("; ", (customer.Risk?.Reasons ?? []).Select(reason => reason.Label.En))]);

    private static IReadOnlyList<string?> Company(string kind, WorkspaceSnapshot snapshot, int account, string why) => [kind, Key(snapshot, account), Name(snapshot, account), State(snapshot, account), why];

    private static string Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var stream = new MemoryStream();
        SafeCsv.Write(stream, header, rows);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Key(WorkspaceSnapshot snapshot, int account) => snapshot.Facts!.Companies[account].Key;

    private static string Name(WorkspaceSnapshot snapshot, int account) => snapshot.Facts!.Companies[account].Name;

    private static string State(WorkspaceSnapshot snapshot, int account) => account < snapshot.Standing.Count ? WriteProfile.StateCode(snapshot.Standing[account].State) : "";

    private static string Amount(long minor, string currency) => currency.Length == 0 ? "" : Format.Number((double)new Money(minor, currency).Major);

    private static string Points(double? total) => total is { } number ? Format.Fixed(number, 1) : "";

    private static string Rate(double? rate) => rate is { } number ? Format.Fixed(number, 4) : "";
}
