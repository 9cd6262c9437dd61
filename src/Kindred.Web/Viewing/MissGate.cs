using System.Collections.Concurrent;

namespace Kindred.Web.Viewing;

/// <summary>How many wrong addresses one network address may try in a minute. With 128 random bits guessing is hopeless anyway; this keeps it from costing us anything.</summary>
internal sealed class MissGate(TimeProvider clock)
{
    private const int MostAMinute = 120;
    private const int MostAddresses = 100_000;
    private readonly ConcurrentDictionary<string, (long Minute, int Misses)> _misses = new(StringComparer.Ordinal);

    /// <summary>Whether an address has tried too often.</summary>
    public bool IsShut(string address) => _misses.TryGetValue(address, out var seen) && seen.Minute == Minute && seen.Misses >= MostAMinute;

    /// <summary>Counts a miss.</summary>
    public void Count(string address)
    {
        if (_misses.Count > MostAddresses)
        {
            _misses.Clear();
        }

        var minute = Minute;
        _misses.AddOrUpdate(address, (minute, 1), (_, seen) => seen.Minute == minute ? (minute, seen.Misses + 1) : (minute, 1));
    }

    private long Minute => clock.GetUtcNow().ToUnixTimeSeconds() / 60;
}
