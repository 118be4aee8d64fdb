import java.util.spi.ToolProvider

byte[] bytes(String file) { new File(basedir, 'target/' + file).bytes }

int markers(String file) {
    def out = new StringWriter()
    def javap = ToolProvider.findFirst('javap').get()
    def err = new PrintWriter(new StringWriter())
    javap.run(new PrintWriter(out), err, '-v', '-p', new File(basedir, 'target/' + file).path)
    out.toString().readLines().count { it.trim().startsWith('dev.weft.Woven:') }
}

String log = new File(basedir, 'build.log').text
assert log.split('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0(?!,)').length - 1 == 3 : 'see build.log'
assert log.contains('Compiling 1 source file') : 'see build.log'

// the class that was not compiled again stays as it was woven, the other is another
assert bytes('classes-before-one-file/shop/Cart.class') == bytes('classes-before-module/shop/Cart.class')
assert bytes('classes-before-one-file/shop/Tax.class') != bytes('classes-before-module/shop/Tax.class')

// compiled again over woven class files, the same source gives the same bytes
assert bytes('classes-before-module/shop/Cart.class') == bytes('classes/shop/Cart.class')

for (folder in ['classes-before-one-file', 'classes-before-module', 'classes']) {
    assert markers(folder + '/shop/Cart.class') == 1
    assert markers(folder + '/shop/Tax.class') == 1
}
