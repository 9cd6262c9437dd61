using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.CustomerValue;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;

namespace Kindred.Product;

/// <summary>What takes a while to work out of a snapshot and then is asked often: made once a snapshot, when first asked for, and forgotten with it.</summary>
public sealed class SnapshotStudy
{
    private const int MostRankings = 16;
    private static readonly ConditionalWeakTable<WorkspaceSnapshot, SnapshotStudy> Studies = [];
    private readonly WorkspaceSnapshot _snapshot;
    private readonly Lazy<Result<AsOfView>> _buys;
    private readonly Lazy<Result<ConditionTrial>> _trial;
    private readonly Lazy<FrictionResult?> _friction;
    private readonly Lazy<bool[]> _customers;
    private readonly Lazy<IReadOnlyDictionary<string, int>> _counts;
    private readonly Lazy<IReadOnlyList<ProfileVersion>> _versions;
    private readonly Lazy<IReadOnlyList<ScoredLead>> _leads;
    private readonly ConcurrentDictionary<string, Result<CustomerRanking>> _rankings = new(StringComparer.Ordinal);

    private SnapshotStudy(WorkspaceSnapshot snapshot)
    {
        _snapshot = snapshot;
        _buys = new(() => snapshot.Facts is { } facts ? AccountsModule.Buys(facts) : Result.Refused<AsOfView>(NothingImported));
        _customers = new(() => snapshot.Facts is { } facts ? CurrentCustomers.Of(facts) : []);
        _trial = new(() => _buys.Value.Then(buys => Result.Accepted(new ConditionTrial(buys, snapshot.Companies!, _customers.Value, LeftOut(snapshot.Profile)))));
        _friction = new(() => snapshot is { Facts: { } facts, Profile.Core: { } core } && _buys.Value.TryGet(out var buys, out _) ? BuyingFriction.Run(facts, buys, new Conjunction([.. core.Conditions.Select(condition => condition.ToCondition()).OfType<Condition>()])) : null);
        _counts = new(() => snapshot.Standing.CountBy(account => WriteProfile.StateCode(account.State)).ToDictionary(StringComparer.Ordinal));
        _versions = new(() => ProfileVersions.Of(snapshot.Folder));
        _leads = new(() => snapshot.Leads is { } leads ? [.. leads.Leads.Select(lead => new ScoredLead(lead, leads.Score(lead))).OrderByDescending(row => row.Score.Expected).ThenBy(row => row.Lead.Id, StringComparer.Ordinal)] : []);
    }

    /// <summary>The study of a snapshot.</summary>
    public static SnapshotStudy Of(WorkspaceSnapshot snapshot) => Studies.GetValue(snapshot, one => new SnapshotStudy(one));

    /// <summary>Tries conditions over who buys; refused where there are no closed deals.</summary>
    public Result<ConditionTrial> Trial => _trial.Value;

    /// <summary>Security reviews between the core and a signature; null without a core or without deals.</summary>
    public FrictionResult? Friction => _friction.Value;

    /// <summary>Per company whether it is a customer.</summary>
    public IReadOnlyList<bool> Customers => _customers.Value;

    /// <summary>Companies by state, as known now.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts.Value;

    /// <summary>Versions of the profile, newest first.</summary>
    public IReadOnlyList<ProfileVersion> Versions => _versions.Value;

    /// <summary>Leads by the card alone, best first; answers people gave meanwhile are not in it.</summary>
    public IReadOnlyList<ScoredLead> Leads => _leads.Value;

    /// <summary>Customers by value. Weights that nobody changed are the defaults'.</summary>
    public Result<CustomerRanking> Ranking(IReadOnlyDictionary<string, double>? weights)
    {
        if (_snapshot.Facts is not { } facts)
        {
            return Result.Refused<CustomerRanking>(NothingImported);
        }

        var key = weights is null ? "" : string.Join(' ', weights.OrderBy(weight => weight.Key, StringComparer.Ordinal).Select(weight => weight.Key + "=" + Format.Number(weight.Value)));
        if (_rankings.TryGetValue(key, out var known))
        {
            return known;
        }

        // People try a few weightings; a crawler may try thousands.
        if (_rankings.Count >= MostRankings)
        {
            _rankings.Clear();
        }

        return _rankings.GetOrAdd(key, _ => RankCustomers.Run(facts, weights, facts.Rates, seed: _snapshot.Profile?.Seed ?? 1));
    }

    private static Reason NothingImported { get; } = new("workspace.nothing-imported", "workspace", new Wording("아직 가져온 파일이 없어요. 딜 파일부터 넣어 주세요.", "Nothing is imported yet. Add a deals file first."));

    private static HashSet<string> LeftOut(ProfileDocument? profile) => [.. (profile?.LeftOut ?? []).Concat(profile?.Leakage ?? []).Select(line => line.Field)];
}

/// <summary>A lead with its score.</summary>
/// <param name="Lead">Who.</param>
/// <param name="Score">Score, interval and state.</param>
public sealed record ScoredLead(LeadEntry Lead, Core.Scorecards.RowScore Score);
