namespace Kindred.Tests.Architecture;

/// <summary>Which module may know which: read from docs/architecture.md, held against references.</summary>
internal sealed class ModuleRules
{
    private const string Everyone = " (everyone)";
    private readonly Dictionary<string, HashSet<string>> _mayKnow = new(StringComparer.Ordinal);

    public ModuleRules(IReadOnlyList<string[]> rows)
    {
        var shared = rows.Where(row => row[0].EndsWith(Everyone, StringComparison.Ordinal)).Select(row => Name(row[0])).ToArray();
        foreach (var row in rows)
        {
            var isShared = row[0].EndsWith(Everyone, StringComparison.Ordinal);
            _mayKnow.Add(Name(row[0]), [.. ArchitectureTable.Words(row[1]), .. isShared ? [] : shared]);
        }
    }

    public IReadOnlyCollection<string> Modules => _mayKnow.Keys;

    /// <summary>References between modules that the table does not allow, in words.</summary>
    public IReadOnlyList<string> Violations(IEnumerable<TypeReferenceEdge> edges, string root) =>
        [.. edges.Select(edge => (edge, From: ModuleOf(edge.From, root), To: ModuleOf(edge.To, root)))
            .Where(found => found is { From: not null, To: not null } && found.From != found.To && !(_mayKnow.TryGetValue(found.From, out var known) && known.Contains(found.To)))
            .Select(found => $"{found.From} must not know {found.To}: {found.edge.From} names {found.edge.To}").Order(StringComparer.Ordinal)];

    /// <summary>A cycle in what the table allows, as a path; null when there is none.</summary>
    public string? Cycle()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var module in Modules)
        {
            if (Visit(module, [], done) is { } cycle)
            {
                return cycle;
            }
        }

        return null;
    }

    /// <summary>The module of a type: the part of its namespace after the root.</summary>
    public static string? ModuleOf(string type, string root) =>
        type.StartsWith(root + ".", StringComparison.Ordinal) && type[(root.Length + 1)..].Split('.') is { Length: > 1 } parts ? parts[0] : null;

    private string? Visit(string module, List<string> path, HashSet<string> done)
    {
        if (path.Contains(module))
        {
            return string.Join(" → ", path.SkipWhile(other => other != module).Append(module));
        }

        if (done.Contains(module))
        {
            return null;
        }

        path.Add(module);
        var cycle = _mayKnow.GetValueOrDefault(module, []).Select(next => Visit(next, path, done)).FirstOrDefault(found => found is not null);
        path.Remove(module);
        done.Add(module);
        return cycle;
    }

    private static string Name(string cell) => cell.Replace(Everyone, "", StringComparison.Ordinal);
}
