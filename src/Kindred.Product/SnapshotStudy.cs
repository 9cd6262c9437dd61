using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.CustomerValue;
using Kindred.Core.Profiles;

namespace Kindred.Product;

/// <summary>What takes a while to work out of a snapshot and then is asked often: made when first asked for and forgotten with it. What hangs on the facts alone outlives a new profile or card.</summary>
public sealed class SnapshotStudy
{
    private static readonly ConditionalWeakTable<WorkspaceSnapshot, SnapshotStudy> Studies = [];
    private static readonly ConditionalWeakTable<AccountFacts, FactsParts> Parts = [];
    private readonly WorkspaceSnapshot _snapshot;
    private readonly FactsParts? _parts;
    private readonly Lazy<Result<ConditionTrial>> _trial;
    private readonly Lazy<FrictionResult?> _friction;
    private readonly Lazy<IReadOnlyDictionary<string, int>> _counts;
    private readonly Lazy<IReadOnlyList<ProfileVersion>> _versions;

    private SnapshotStudy(WorkspaceSnapshot snapshot)
    {
        _snapshot = snapshot;
        _parts = snapshot.Facts is { } known ? Parts.GetValue(known, facts => new FactsParts(facts)) : null;
        _trial = new(() => _parts is null ? Result.Refused<ConditionTrial>(NothingImported) : _parts.Buys.Value.Then(buys => Result.Accepted(new ConditionTrial(buys, snapshot.Companies!, _parts.Customers.Value, LeftOut(snapshot.Profile)))));
        _friction = new(() => snapshot is { Facts: { } facts, Profile.Core: { } core } && _parts!.Buys.Value.TryGet(out var buys, out _) ? BuyingFriction.Run(facts, buys, new Conjunction([.. core.Conditions.Select(condition => condition.ToCondition()).OfType<Condition>()])) : null);
        _counts = new(() => snapshot.Standing.CountBy(account => WriteProfile.StateCode(account.State)).ToDictionary(StringComparer.Ordinal));
        _versions = new(() => ProfileVersions.Of(snapshot.Folder));
    }

    /// <summary>The study of a snapshot.</summary>
    public static SnapshotStudy Of(WorkspaceSnapshot snapshot) => Studies.GetValue(snapshot, one => new SnapshotStudy(one));

    /// <summary>Tries conditions over who buys; refused where there are no closed deals.</summary>
    public Result<ConditionTrial> Trial => _trial.Value;

    /// <summary>Security reviews between the core and a signature; null without a core or without deals.</summary>
    public FrictionResult? Friction => _friction.Value;

    /// <summary>Per company whether it is a customer.</summary>
    public IReadOnlyList<bool> Customers => _parts?.Customers.Value ?? [];

    /// <summary>Companies by state, as known now.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts.Value;

    /// <summary>Versions of the profile, newest first.</summary>
    public IReadOnlyList<ProfileVersion> Versions => _versions.Value;

    /// <summary>Works out what the first page of each kind would wait for: the list of companies, the ranking, trials of conditions, versions. Each part once, whoever asks first.</summary>
    /// <param name="ct">Stops between two parts: a newer reading makes the rest worthless.</param>
    public void Warm(CancellationToken ct)
    {
        Action[] parts = [() => _ = Counts, () => _ = Versions, () => _ = AccountIndex.Of(_snapshot)?.Find(AccountFilter.Everything), () => _ = Friction, () => _ = Trial, () => _ = Ranking(null)];
        foreach (var part in parts)
        {
            ct.ThrowIfCancellationRequested();
            part();
        }
    }

    /// <summary>Customers by value; without weights by the defaults'.</summary>
    public Result<CustomerRanking> Ranking(IReadOnlyDictionary<string, double>? weights) => _parts?.Ranking(weights, _snapshot.Profile?.Seed ?? 1) ?? Result.Refused<CustomerRanking>(NothingImported);

    private static Reason NothingImported { get; } = new("workspace.nothing-imported", "workspace", new Wording("아직 가져온 파일이 없어요. 딜 파일부터 넣어 주세요.", "Nothing is imported yet. Add a deals file first."));

    private static HashSet<string> LeftOut(ProfileDocument? profile) => [.. (profile?.LeftOut ?? []).Concat(profile?.Leakage ?? []).Select(line => line.Field)];

    private sealed class FactsParts(AccountFacts facts)
    {
        private const int MostRankings = 16;
        private readonly ConcurrentDictionary<string, Lazy<Result<CustomerRanking>>> _rankings = new(StringComparer.Ordinal);

        public Lazy<Result<AsOfView>> Buys { get; } = new(() => AccountsModule.Buys(facts));

        public Lazy<bool[]> Customers { get; } = new(() => CurrentCustomers.Of(facts));

        public Result<CustomerRanking> Ranking(IReadOnlyDictionary<string, double>? weights, long seed)
        {
            var key = Format.Whole(seed) + string.Concat((weights ?? new Dictionary<string, double>()).OrderBy(weight => weight.Key, StringComparer.Ordinal).Select(weight => " " + weight.Key + "=" + Format.Number(weight.Value)));
            if (_rankings.TryGetValue(key, out var known))
            {
                return known.Value;
            }

            // People try a few weightings; a crawler may try thousands.
            if (_rankings.Count >= MostRankings)
            {
                _rankings.Clear();
            }

            return _rankings.GetOrAdd(key, _ => new Lazy<Result<CustomerRanking>>(() => RankCustomers.Run(facts, weights, facts.Rates, seed: seed))).Value;
        }
    }
}
