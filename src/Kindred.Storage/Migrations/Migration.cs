using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Kindred.Storage.Migrations;

/// <summary>One numbered step of the schema, never edited after release.</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="Name">File name.</param>
/// <param name="Sql">Text for one database.</param>
/// <param name="Sha256">Hash of the text shared by both databases.</param>
internal sealed record Migration(int Number, string Name, string Sql, string Sha256)
{
    /// <summary>All steps in order, for "sqlite" or "postgres".</summary>
    internal static IReadOnlyList<Migration> All(string engine)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var migrations = new List<Migration>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var text = reader.ReadToEnd();
            migrations.Add(new Migration(
                int.Parse(name[..4], CultureInfo.InvariantCulture), name, ForEngine(text, engine), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))));
        }

        return migrations;
    }

    private static string ForEngine(string text, string engine) => string.Join('\n', text.Split('\n').Select(line =>
        line.StartsWith("--" + engine + ":", StringComparison.Ordinal) ? line[(engine.Length + 3)..] : line));
}
