String log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 5, Failures: 0, Errors: 0, Skipped: 0') : 'see build.log'

String body = new File(basedir, 'target/classes/shop/Cart.class').getText('ISO-8859-1')
assert body.contains('dev.weft.Woven')
assert !body.contains('LineNumberTable') && !body.contains('LocalVariableTable')
