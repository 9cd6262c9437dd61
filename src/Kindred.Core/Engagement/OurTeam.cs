using Kindred.Core.Accounts;
using Kindred.Core.Standards;

namespace Kindred.Core.Engagement;

/// <summary>Addresses and domains that are ours or are to be ignored: their visits are shown and count nowhere.</summary>
/// <param name="Domains">Registrable domains, lower case.</param>
/// <param name="Emails">Single addresses, lower case: owners who write from a free-mail host.</param>
public sealed record OurTeam(IReadOnlySet<string> Domains, IReadOnlySet<string> Emails)
{
    /// <summary>Nobody.</summary>
    public static OurTeam None { get; } = new(new HashSet<string>(), new HashSet<string>());

    /// <summary>Domains and addresses as somebody typed them, one beside the other.</summary>
    public static string[] Words(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Split([',', ' ', '\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The domains of the people who own deals, and those somebody named.</summary>
    /// <param name="facts">Facts whose tables of owners are read.</param>
    /// <param name="named">Domains or addresses to ignore; what is neither is left out.</param>
    public static OurTeam Of(AccountFacts facts, IEnumerable<string> named)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Of(facts.Placed.Select(placed => (placed.Source, placed.Mapping)), named);
    }

    /// <summary>The same of tables that are not facts yet.</summary>
    /// <param name="tables">Tables with what they are.</param>
    /// <param name="named">Domains or addresses to ignore; what is neither is left out.</param>
    public static OurTeam Of(IEnumerable<(SourceTable Source, TableMapping Mapping)> tables, IEnumerable<string> named)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(named);
        var domains = new HashSet<string>(StringComparer.Ordinal);
        var emails = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (source, mapping) in tables.Where(placed => placed.Mapping.Kind == TableKind.Owners))
        {
            if (mapping.Find(ColumnRole.Email) is { } name && source.Table.Find(name) is { } column)
            {
                for (var row = 0; row < source.Table.RowCount; row++)
                {
                    See(column.TextAt(row));
                }
            }
        }

        foreach (var one in named)
        {
            See(one);
        }

        return new OurTeam(domains, emails);

        void See(string text)
        {
            if (Domain.Read(text) is not { } domain)
            {
                return;
            }

            if (!domain.IsFreeMail)
            {
                domains.Add(domain.Name);
            }
            else if (text.Contains('@', StringComparison.Ordinal))
            {
                emails.Add(text.Trim().ToLowerInvariant());
            }
        }
    }

    /// <summary>Whether an address is one of ours.</summary>
    public bool Has(string? email) => email is not null && (Emails.Contains(email) || (Domain.Read(email) is { } domain && Domains.Contains(domain.Name)));
}
