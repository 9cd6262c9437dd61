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
    /// <summary>Schema of a workspace.</summary>
    internal const string Workspace = "workspace";

    /// <summary>Schema of the site: people, the list of workspaces, jobs.</summary>
    internal const string Site = "site";

    /// <summary>All steps of a schema in order, for "sqlite" or "postgres".</summary>
    internal static IReadOnlyList<Migration> All(string engine, string schema)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var migrations = new List<Migration>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(schema + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var text = reader.ReadToEnd();
            var file = name[(schema.Length + 1)..];
            migrations.Add(new Migration(
                int.Parse(file[..4], CultureInfo.InvariantCulture), file, ForEngine(text, engine), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))));
        }

        return migrations;
    }

    private static string ForEngine(string text, string engine) => string.Join('\n', text.Split('\n').Select(line =>
        line.StartsWith("--" + engine + ":", StringComparison.Ordinal) ? line[(engine.Length + 3)..] : line));
}
