using System.Runtime.CompilerServices;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Standards;

namespace Kindred.Product;

/// <summary>A word companies can be narrowed by.</summary>
/// <param name="Code">Code in addresses; empty for unknown.</param>
/// <param name="Label">For people.</param>
/// <param name="Companies">How many have it.</param>
public sealed record AccountWord(string Code, Wording Label, int Companies);

/// <summary>All companies of a workspace, ready to be searched, narrowed and ordered: what takes long is done once for a snapshot. Safe for several threads.</summary>
public sealed class AccountIndex
{
    private static readonly ConditionalWeakTable<WorkspaceSnapshot, AccountIndex> Kept = [];
    private readonly IReadOnlyList<Company> _companies;
    private readonly IReadOnlyList<ClassifiedAccount> _standing;
    private readonly string[] _keys;
    private readonly bool[] _customers;
    private readonly short[] _country;
    private readonly short[] _industry;
    private readonly short[] _size;
    private readonly short[] _revenue;
    private readonly AccountValues _values;
    private readonly Lazy<int[]>[] _orders;

    private AccountIndex(AccountFacts facts, IReadOnlyList<ClassifiedAccount> standing, WorkspaceSettings settings)
    {
        (_companies, _standing) = (facts.Companies, standing);
        _customers = CurrentCustomers.Of(facts);
        _values = AccountValues.Of(facts);
        _keys = [.. _companies.Select(Key)];
        (_country, Countries) = Words(company => company.Place.Country is { } country ? (country.Iso2, country.Name) : ("", Unknown));
        (_industry, Industries) = Words(company => company.Industry is { } industry ? (industry.Sector.Word, industry.Sector.Label) : ("", Unknown));
        Bands = AccountBands.Of(settings, facts);
        (_size, Sizes) = Words(Bands.Employees, Bands.EmployeesOf);
        (_revenue, Revenues) = Words(Bands.Revenue, Bands.RevenueOf);
        _orders = [.. Enum.GetValues<AccountSort>().SelectMany(sort => new[] { new Lazy<int[]>(() => Ordered(sort, false)), new Lazy<int[]>(() => Ordered(sort, true)) })];
    }

    private static Wording Unknown { get; } = new("모름", "unknown");

    /// <summary>Countries, most companies first.</summary>
    public IReadOnlyList<AccountWord> Countries { get; }

    /// <summary>Industries, most companies first.</summary>
    public IReadOnlyList<AccountWord> Industries { get; }

    /// <summary>Sizes in the bands the owner chose.</summary>
    public AccountBands Bands { get; }

    /// <summary>Bands of head counts that occur, smallest first, unknown last.</summary>
    public IReadOnlyList<AccountWord> Sizes { get; }

    /// <summary>Bands of revenue that occur, smallest first, unknown last.</summary>
    public IReadOnlyList<AccountWord> Revenues { get; }

    /// <summary>Currency of the values.</summary>
    public string Currency => _values.Currency;

    /// <summary>Of a snapshot; null where no company is known.</summary>
    public static AccountIndex? Of(WorkspaceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Facts is { Companies.Count: > 0 } facts ? Kept.GetValue(snapshot, one => new AccountIndex(facts, one.Standing, one.Settings)) : null;
    }

    /// <summary>Whether a company is a customer now.</summary>
    public bool IsCustomer(int account) => _customers[account];

    /// <summary>State to the profile; null without one.</summary>
    public AccountState? StateOf(int account) => _standing.Count > 0 ? _standing[account].State : null;

    /// <summary>Contract value in <see cref="Currency"/>; NaN when unknown.</summary>
    public double ValueOf(int account) => _values.Amounts[account];

    /// <summary>Companies that fit, in order. O(companies) without allocation but the answer.</summary>
    public int[] Find(AccountFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var order = _orders[((int)filter.Sort * 2) + (filter.IsDescending ? 1 : 0)].Value;
        var text = filter.Text?.Trim().ToLowerInvariant();
        var country = At(Countries, filter.Country);
        var industry = At(Industries, filter.Industry);
        var size = At(Sizes, filter.Size);
        var revenue = At(Revenues, filter.Revenue);
        if (text is null or "" && country == Any && industry == Any && size == Any && revenue == Any && filter.State is null && filter.IsCustomer is null && filter.Segment is null)
        {
            return order;
        }

        var found = new List<int>(1024);
        foreach (var account in order)
        {
            if ((filter.IsCustomer is not { } customer || _customers[account] == customer)
                && (country == Any || _country[account] == country)
                && (industry == Any || _industry[account] == industry)
                && (size == Any || _size[account] == size)
                && (revenue == Any || _revenue[account] == revenue)
                && (filter.State is not { } state || (_standing.Count > 0 && _standing[account].State == state))
                && (filter.Segment is not { } segment || segment.Has(account))
                && (text is null or "" || _keys[account].Contains(text, StringComparison.Ordinal)))
            {
                found.Add(account);
            }
        }

        return [.. found];
    }

    private const int Any = -2;

    private static int At(IReadOnlyList<AccountWord> words, string? code)
    {
        for (var i = 0; code is not null && i < words.Count; i++)
        {
            if (words[i].Code == code)
            {
                return i;
            }
        }

        return code is null ? Any : -1;
    }

    private static string Key(Company company) =>
        string.Join('\n', ((string?[])[company.Name, company.Domain, company.BusinessNumber, company.Key, .. company.OtherNames]).Where(part => !string.IsNullOrEmpty(part))).ToLowerInvariant();

    private (short[] Of, IReadOnlyList<AccountWord> Words) Words(Func<Company, (string Code, Wording Label)> word)
    {
        var groups = _companies.Select((company, account) => (Word: word(company), Account: account)).GroupBy(entry => entry.Word.Code, StringComparer.Ordinal)
            .OrderByDescending(group => group.Key.Length > 0).ThenByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToArray();
        var of = new short[_companies.Count];
        for (short i = 0; i < groups.Length; i++)
        {
            foreach (var (_, account) in groups[i])
            {
                of[account] = i;
            }
        }

        return (of, [.. groups.Select(group => new AccountWord(group.Key, group.First().Word.Label, group.Count()))]);
    }

    private (short[] Of, IReadOnlyList<AccountWord> Words) Words(BandScheme scheme, Func<Company, Band?> band)
    {
        var places = scheme.Bands.Select((one, place) => (one, place)).ToDictionary(entry => entry.one, entry => entry.place);
        var found = _companies.Select(company => band(company) is { } one ? places[one] : places.Count).ToArray();
        int[] occurring = [.. found.Distinct().Order()];
        return ([.. found.Select(place => (short)Array.IndexOf(occurring, place))], [.. occurring.Select(place => new AccountWord(place < places.Count ? AccountBands.CodeOf(scheme.Bands[place]) : "", place < places.Count ? scheme.Bands[place].Label : Unknown, found.Count(one => one == place)))]);
    }

    private int[] Ordered(AccountSort sort, bool isDescending) => sort switch
    {
        AccountSort.State => Ordered(account => _standing.Count > 0 ? (int)_standing[account].State : double.NaN, isDescending),
        AccountSort.Employees => Ordered(account => _companies[account].Employees, isDescending),
        AccountSort.Value => Ordered(account => _values.Amounts[account], isDescending),
        AccountSort.Created => Ordered(account => _companies[account].CreatedOn?.DayNumber ?? double.NaN, isDescending),
        AccountSort.Industry => Ordered(account => Industries[_industry[account]].Code, isDescending),
        AccountSort.Country => Ordered(account => Countries[_country[account]].Code, isDescending),
        // "(주)가나" stands under 가.
        _ => Ordered(account => CompanyName.Read(_companies[account].Name).Core, isDescending),
    };

    private int[] Ordered(Func<int, double> key, bool isDescending)
    {
        var keys = Enumerable.Range(0, _companies.Count).Select(account => key(account) is var value && double.IsNaN(value) ? double.PositiveInfinity : isDescending ? -value : value).ToArray();
        return [.. Enumerable.Range(0, keys.Length).OrderBy(account => keys[account])];
    }

    private int[] Ordered(Func<int, string> key, bool isDescending)
    {
        var keys = Enumerable.Range(0, _companies.Count).Select(key).ToArray();
        var all = Enumerable.Range(0, keys.Length).OrderBy(account => keys[account].Length == 0);
        return [.. (isDescending ? all.ThenByDescending(account => keys[account], StringComparer.OrdinalIgnoreCase) : all.ThenBy(account => keys[account], StringComparer.OrdinalIgnoreCase)).ThenBy(account => account)];
    }
}
