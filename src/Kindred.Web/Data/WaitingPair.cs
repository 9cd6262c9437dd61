using System.Runtime.CompilerServices;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Product;

namespace Kindred.Web.Data;

/// <summary>Two companies that may be one.</summary>
/// <param name="Pair">The pair, as decisions name it.</param>
/// <param name="Company">The company that was there first.</param>
/// <param name="Other">What its row became, for now a company of its own; null when it became none.</param>
/// <param name="Merge">Why they look alike, and in which row.</param>
public sealed record WaitingPair(MatchPair Pair, Company Company, Company? Other, Merge Merge)
{
    private static readonly ConditionalWeakTable<AccountFacts, IReadOnlyList<WaitingPair>> Kept = [];

    /// <summary>Name of the one.</summary>
    public string Name => NameOf(Company);

    /// <summary>Name of the other.</summary>
    public string OtherName => Other is null ? Merge.Value : NameOf(Other);

    /// <summary>Why they look alike.</summary>
    public Wording Why => Merge.By switch
    {
        MatchKey.Domain => new($"도메인 '{Merge.Value}'{KoreanParticle.Subject(Merge.Value)} 같고 이름이 달라요", $"one domain '{Merge.Value}', two names"),
        MatchKey.Name => new("이름이 같고 도메인이나 사업자등록번호가 달라요", "one name, two domains or business numbers"),
        _ => new($"이름이 비슷해요 ({Format.Percent(Merge.Score, 0)})", $"similar names ({Format.Percent(Merge.Score, 0)})"),
    };

    /// <summary>Every pair that waits, most alike first.</summary>
    public static IReadOnlyList<WaitingPair> Of(WorkspaceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Facts is { } facts ? Kept.GetValue(facts, All) : [];
    }

    private static IReadOnlyList<WaitingPair> All(AccountFacts facts) =>
        [.. facts.Merges.Where(merge => merge is { IsReview: true, Pair: not null }).OrderByDescending(merge => merge.Score).ThenBy(merge => merge.Value, StringComparer.Ordinal)
            .Select(merge => new WaitingPair(merge.Pair!, facts.Companies[merge.Account], OtherOf(facts, merge), merge))];

    private static Company? OtherOf(AccountFacts facts, Merge merge) =>
        facts.Placed.FirstOrDefault(table => table.Source.Name == merge.Table && merge.Row < table.Accounts.Length)?.Accounts[merge.Row] is { } account and >= 0 && account != merge.Account ? facts.Companies[account] : null;

    private static string NameOf(Company company) => company.Name.Length > 0 ? company.Name : company.Domain ?? company.Key;
}

/// <summary>The matching page.</summary>
/// <param name="Snapshot">The workspace.</param>
/// <param name="Waiting">Pairs that wait.</param>
/// <param name="Said">Pairs that were decided, newest first.</param>
/// <param name="Done">What was just done.</param>
public sealed record MatchingModel(WorkspaceSnapshot Snapshot, IReadOnlyList<WaitingPair> Waiting, IReadOnlyList<SaidMatch> Said, Wording? Done);
