using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.CustomerValue;

namespace Kindred.Product;

/// <summary>The best customers as people see them, kept to be compared with the computed list.</summary>
/// <param name="Companies">Keys of companies, at most <see cref="Most"/>.</param>
/// <param name="By">Who picked; null when unknown.</param>
/// <param name="On">When; null when nothing is picked.</param>
public sealed record BestPicks(IReadOnlyList<string> Companies, string? By, DateOnly? On)
{
    /// <summary>Most companies one picks.</summary>
    public const int Most = 10;

    private const string FileName = "picks.json";
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Nothing picked.</summary>
    public static BestPicks None { get; } = new([], null, null);

    /// <summary>Whether customers can be picked and nobody has picked any yet.</summary>
    public static bool AreOffered(WorkspaceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Profile is { CustomerCount: > 0 } && Read(snapshot.Folder).Companies.Count == 0;
    }

    /// <summary>Reads them; none where the file is missing or cannot be read.</summary>
    public static BestPicks Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(path) && JsonSerializer.Deserialize<BestPicks>(File.ReadAllText(path), Options) is { Companies: not null } picks ? picks : None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>Keeps a choice of customers; an empty one takes the earlier back.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="customers">The ranked customers.</param>
    /// <param name="names">Names as people write them, or keys.</param>
    /// <param name="by">Who picks.</param>
    /// <param name="on">When.</param>
    /// <returns>The picks; refused: <c>customers.too-many-picks</c>, <c>customers.unknown-pick</c>.</returns>
    public static Result<BestPicks> Keep(WorkspaceSnapshot snapshot, CustomerRanking customers, IReadOnlyList<string> names, string? by, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(names);
        var companies = snapshot.Facts!.Companies;
        var keys = new List<string>();
        foreach (var name in names.Select(name => name.Trim()).Where(name => name.Length > 0))
        {
            // Of two customers with one name the better ranked is meant.
            var found = customers.Customers.Select(customer => companies[customer.Account])
                .FirstOrDefault(company => company.Key == name || company.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || company.OtherNames.Contains(name, StringComparer.OrdinalIgnoreCase));
            if (found is null)
            {
                return Result.Refused<BestPicks>("customers.unknown-pick", name,
                    $"'{name}'은(는) 고객 목록에 없어요. 목록에 나오는 이름을 그대로 적어 주세요.", $"'{name}' is not among the customers. Write the name as it stands in the list.");
            }

            keys.Add(found.Key);
        }

        var chosen = keys.Distinct(StringComparer.Ordinal).ToArray();
        if (chosen.Length > Most)
        {
            return Result.Refused<BestPicks>("customers.too-many-picks", "picks",
                $"{Format.Whole(chosen.Length)}곳을 고르셨어요. {Format.Whole(Most)}곳까지 고를 수 있으니 몇 곳을 빼 주세요.", $"{Format.Whole(chosen.Length)} were picked. At most {Format.Whole(Most)} fit: leave some out.");
        }

        var picks = new BestPicks(chosen, by, on);
        ProfileFolder.Put(Path.Combine(snapshot.Folder, FileName), JsonSerializer.Serialize(picks, Options));
        return Result.Accepted(picks);
    }

    /// <summary>The picks with their place in the computed list, best first; companies that are no customers any more are left out.</summary>
    public IReadOnlyList<RankedCustomer> Ranked(WorkspaceSnapshot snapshot, CustomerRanking customers)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(customers);
        var companies = snapshot.Facts!.Companies;
        return [.. customers.Customers.Where(customer => Companies.Contains(companies[customer.Account].Key, StringComparer.Ordinal)).OrderBy(customer => customer.Rank == 0 ? int.MaxValue : customer.Rank)];
    }
}
