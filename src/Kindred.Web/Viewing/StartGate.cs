using System.Collections.Concurrent;

namespace Kindred.Web.Viewing;

/// <summary>How many views one reader may start in an hour: more than anybody opens by hand, fewer than fill a disk.</summary>
internal sealed class StartGate(TimeProvider clock)
{
    /// <summary>Views a reader may start in an hour.</summary>
    public const int MostAnHour = 600;

    private const int MostReaders = 100_000;
    private readonly ConcurrentDictionary<string, (long Hour, int Views)> _started = new(StringComparer.Ordinal);

    /// <summary>Counts a view.</summary>
    /// <returns>Whether it may start.</returns>
    public bool Take(string viewer)
    {
        if (_started.Count > MostReaders)
        {
            _started.Clear();
        }

        var hour = clock.GetUtcNow().ToUnixTimeSeconds() / 3600;
        return _started.AddOrUpdate(viewer, (hour, 1), (_, seen) => seen.Hour == hour ? (hour, seen.Views + 1) : (hour, 1)).Views <= MostAnHour;
    }
}
