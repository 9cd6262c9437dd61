using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>All companies met so far, found by CRM id, business number, domain, name — in that order — and by similar name last.</summary>
internal sealed class AccountBook(IReadOnlyList<MatchDecision> decisions)
{
    private const int MostComparisons = 200_000;

    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byDomain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Account, double Score, bool IsReview)> _similar = new(StringComparer.Ordinal);
    private readonly DecidedPairs _pairs = new(decisions);
    private readonly HashSet<int> _noted = [];
    private string _notedTable = "";
    private int _comparisons;

    /// <summary>Companies in order of first appearance.</summary>
    public List<CompanyDraft> Accounts { get; } = [];

    /// <summary>Joins and pairs to review.</summary>
    public List<Merge> Merges { get; } = [];

    /// <summary>Rows whose facts contradict the company they were joined to, by field.</summary>
    public Dictionary<string, int> Conflicts { get; } = new(StringComparer.Ordinal);

    /// <summary>True when similar names were no longer searched, for there were too many.</summary>
    public bool GaveUpOnSimilarNames => _comparisons >= MostComparisons;

    /// <summary>The company of a row; a new one when none fits and the row names one.</summary>
    /// <returns>Index and way of matching; -1 when the row names no company.</returns>
    public (int Account, MatchKey By) Place(LinkColumns links, int row, string table, bool isCompanyRow)
    {
        var key = links.Key(row);
        if (key.Length > 0 && _byKey.TryGetValue(key, out var account))
        {
            LearnMore(account, links, row, isCompanyRow);
            return (account, MatchKey.CrmKey);
        }

        var number = links.Number(row);
        var domain = links.Host(row) is { IsFreeMail: false } host ? host.Name : null;
        if (!isCompanyRow && Quick(number, domain) is (>= 0, _, _) quick)
        {
            Note(new Merge(quick.Account, table, row, quick.By, quick.Value, 1.0, false), isCompanyRow);
            KeepKey(quick.Account, key);
            LearnMore(quick.Account, links, row, isCompanyRow);
            return (quick.Account, quick.By);
        }

        var name = links.Name(row);
        if (key.Length == 0 && number is null && domain is null && name is null)
        {
            return (-1, MatchKey.None);
        }

        var (found, by, score, value) = Find(MatchPair.Side(key, number, domain, name), number, domain, name, table, row, isCompanyRow);
        if (found >= 0)
        {
            Note(new Merge(found, table, row, by, value, score, false), isCompanyRow);
            KeepKey(found, key);
            Learn(found, links, row);
            return (found, by);
        }

        found = Add(key, number, domain, name);
        KeepKey(found, key);
        Learn(found, links, row);
        return (found, MatchKey.None);
    }

    /// <summary>A company that only this row stands for.</summary>
    public int Own(string key)
    {
        Accounts.Add(new CompanyDraft { Key = key });
        Accounts[^1].Sides.Add("row:" + key);
        return Accounts.Count - 1;
    }

    private (int, MatchKey, double, string) Find(string side, string? number, string? domain, CompanyName? name, string table, int row, bool isCompanyRow)
    {
        if (number is not null && _byNumber.TryGetValue(number, out var account))
        {
            return (account, MatchKey.BusinessNumber, 1.0, number);
        }

        if (domain is not null && _byDomain.TryGetValue(domain, out account))
        {
            if (!isCompanyRow || name is null || Accounts[account].NameKey.Length == 0 || NameSimilarity.Of(name, CompanyName.Read(Accounts[account].Name)).Verdict != NameVerdict.Different)
            {
                return (account, MatchKey.Domain, 1.0, domain);
            }

            // One domain, two names: a group, or a mistake. A person decides.
            if (_pairs.IsSame(this, side, new Merge(account, table, row, MatchKey.Domain, domain, 0.5, true)))
            {
                return (account, MatchKey.Decision, 1.0, domain);
            }
        }

        if (name is null)
        {
            return (-1, MatchKey.None, 0, "");
        }

        if (_byName.TryGetValue(name.Key, out account))
        {
            if (!Contradicts(Accounts[account], number, domain))
            {
                return (account, MatchKey.Name, 1.0, name.Core);
            }

            return _pairs.IsSame(this, side, new Merge(account, table, row, MatchKey.Name, name.Core, 0.5, true)) ? (account, MatchKey.Decision, 1.0, name.Core) : (-1, MatchKey.None, 0, "");
        }

        // A row with a number or a domain of its own that nobody else bears is another company, however alike the names.
        var near = number is null && domain is null ? Similar(name) : (Account: -1, Score: 0.0, IsReview: false);
        if (near.Account >= 0 && (near.IsReview || isCompanyRow)) // Two rows of a companies file are two companies until a person says otherwise.
        {
            return _pairs.IsSame(this, side, new Merge(near.Account, table, row, MatchKey.SimilarName, name.Core, near.Score, true)) ? (near.Account, MatchKey.Decision, 1.0, name.Core) : (-1, MatchKey.None, 0, "");
        }

        return near.Account >= 0 ? (near.Account, MatchKey.SimilarName, near.Score, name.Core) : (-1, MatchKey.None, 0, "");
    }

    private static bool Contradicts(CompanyDraft draft, string? number, string? domain) =>
        (number is not null && draft.BusinessNumber is not null && number != draft.BusinessNumber) || (domain is not null && draft.Domain is not null && domain != draft.Domain);

    private (int Account, double Score, bool IsReview) Similar(CompanyName name)
    {
        var key = name.Key;
        if (key.Length < 4 || _comparisons >= MostComparisons)
        {
            return (-1, 0, false);
        }

        if (_similar.TryGetValue(key, out var known))
        {
            return known;
        }

        var best = (Account: -1, Score: 0.0, IsReview: false);
        foreach (var account in _blocks.GetValueOrDefault(Block(key)) ?? [])
        {
            var other = Accounts[account].NameKey;
            if (_comparisons >= MostComparisons)
            {
                break;
            }

            if (Math.Abs(other.Length - key.Length) > 3 || other.Length < 4)
            {
                continue;
            }

            _comparisons++;
            var similarity = NameSimilarity.Of(name, new CompanyName(other, Accounts[account].NameCore));
            if (similarity.Verdict != NameVerdict.Different && similarity.Score > best.Score)
            {
                best = (account, similarity.Score, similarity.Verdict == NameVerdict.Review);
            }
        }

        _similar[key] = best;
        return best;
    }

    /// <summary>Names that can be alike share their first letters (two syllables, or three Latin letters) and all their digits.</summary>
    private static string Block(string key)
    {
        var head = key[..Math.Min(key.Length, char.IsAscii(key[0]) ? 3 : 2)];
        return key.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? head : head + string.Concat(key.Where(char.IsAsciiDigit));
    }

    private int Add(string key, string? number, string? domain, CompanyName? name)
    {
        Accounts.Add(new CompanyDraft { Key = key.Length > 0 ? key : number ?? domain ?? name!.Key });
        Accounts[^1].Sides.Add(MatchPair.Side(key, number, domain, name));
        return Accounts.Count - 1;
    }

    private void KeepKey(int account, string key)
    {
        if (key.Length > 0)
        {
            _byKey.TryAdd(key, account);
        }
    }

    /// <summary>The hard ways of matching that need no name; account -1 when none fits.</summary>
    private (int Account, MatchKey By, string Value) Quick(string? number, string? domain) =>
        number is not null && _byNumber.TryGetValue(number, out var account) ? (account, MatchKey.BusinessNumber, number)
        : domain is not null && _byDomain.TryGetValue(domain, out account) ? (account, MatchKey.Domain, domain)
        : (-1, MatchKey.None, "");

    /// <summary>Keeps the lineage: every joined company row; for other tables the first row per company, for the rest follow from <see cref="PlacedTable.Accounts"/>.</summary>
    private void Note(Merge merge, bool isCompanyRow)
    {
        if (_notedTable != merge.Table)
        {
            _notedTable = merge.Table;
            _noted.Clear();
        }

        if (isCompanyRow || _noted.Add(merge.Account))
        {
            Merges.Add(merge);
        }
    }

    /// <summary>A row of another file adds only what a company lacks: its many rows repeat one spelling.</summary>
    private void LearnMore(int account, LinkColumns links, int row, bool isCompanyRow)
    {
        if (isCompanyRow || Accounts[account].Name.Length == 0 || Accounts[account].Domain is null)
        {
            Learn(account, links, row);
        }
    }

    /// <summary>Takes over what the row knows and the company does not.</summary>
    private void Learn(int account, LinkColumns links, int row)
    {
        var draft = Accounts[account];
        if (links.Number(row) is { } number)
        {
            Conflict("business number", draft.BusinessNumber, number);
            draft.BusinessNumber ??= number;
            _byNumber.TryAdd(number, account);
        }

        if (links.Host(row) is { IsFreeMail: false } domain)
        {
            draft.Domain ??= domain.Name;
            _byDomain.TryAdd(domain.Name, account);
        }

        if (links.Name(row) is not { } name)
        {
            return;
        }

        if (draft.Name.Length == 0)
        {
            draft.Name = name.Written;
            draft.NameKey = name.Key;
            draft.NameCore = name.Core;
            _byName.TryAdd(name.Key, account);
            if (name.Key.Length >= 2)
            {
                var blockKey = Block(name.Key);
                if (!_blocks.TryGetValue(blockKey, out var block))
                {
                    _blocks[blockKey] = block = [];
                }

                block.Add(account);
            }
        }
        else if (name.Written != draft.Name && draft.OtherNames?.Contains(name.Written) != true)
        {
            (draft.OtherNames ??= []).Add(name.Written);
            _byName.TryAdd(name.Key, account);
        }
    }

    private void Conflict(string field, string? before, string now)
    {
        if (before is not null && before != now)
        {
            Conflicts[field] = Conflicts.GetValueOrDefault(field) + 1;
        }
    }
}
