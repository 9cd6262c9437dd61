using System.Globalization;

namespace Kindred.Files.Columns;

/// <summary>Gives every column a name of its own.</summary>
internal static class HeaderNames
{
    internal static (string[] Names, IReadOnlyList<HeaderRepair> Repairs) Of(IReadOnlyList<string> found)
    {
        var names = new string[found.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var repairs = new List<HeaderRepair>();

        // Headers that are alone in bearing their name keep it, wherever they stand.
        var first = new HashSet<string>(StringComparer.Ordinal);
        var keeps = new bool[found.Count];
        for (var i = 0; i < found.Count; i++)
        {
            keeps[i] = found[i].Length > 0 && first.Add(found[i]);
            if (keeps[i])
            {
                taken.Add(found[i]);
            }
        }

        for (var i = 0; i < found.Count; i++)
        {
            if (keeps[i])
            {
                names[i] = found[i];
                continue;
            }

            names[i] = found[i].Length == 0
                ? Free("Column " + (i + 1).ToString(CultureInfo.InvariantCulture), taken)
                : Free(found[i], taken);
            repairs.Add(new HeaderRepair(i + 1, found[i], names[i]));
        }

        return (names, repairs);
    }

    /// <summary>The name, or the name with the first free number behind it.</summary>
    internal static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = $"{name} ({number.ToString(CultureInfo.InvariantCulture)})";
        }

        return free;
    }
}
